import random
import string
import traceback
import types

random.seed(7)
state = random.getstate()
drawn = [random.random(), random.gauss(0, 1), random.randint(1, 6)]
middle = random.getstate()
after = random.gauss(0, 1)
random.setstate(state)
print(drawn == [random.random(), random.gauss(0, 1), random.randint(1, 6)], len(state), len(state[1]), state[0])
random.setstate(middle)
print(random.gauss(0, 1) == after)
for wrong in ((3, (1, 2), None),):
    try:
        random.setstate(wrong)
    except ValueError as error:
        print(error)
print(string.capwords("hello big  world"), string.Template("$who owes $$$amount, ${who}s!").substitute(who="Ann", amount=3))
print(string.Template("$who and $other").safe_substitute(who=1), string.Formatter().format("{0}-{x}", 1, x=2))
for template in ("$missing", "a $ b"):
    try:
        print(string.Template(template).substitute())
    except (KeyError, ValueError) as error:
        print(repr(error))


class Holder:
    def __init__(self):
        self.name = "held"


holder = Holder()
holder.greet = types.MethodType(lambda self, word: f"{word} {self.name}", holder)
print(holder.greet("hi"), holder.greet.__self__ is holder)
proxy = types.MappingProxyType({"a": 1})
print(proxy["a"], dict(proxy), "a" in proxy, len(proxy), proxy)
try:
    proxy["b"] = 2
except TypeError as error:
    print(error)


def outer(depth):
    return outer(depth - 1) if depth else 1 / 0


try:
    outer(2)
except ZeroDivisionError as error:
    frames = traceback.extract_tb(error.__traceback__)
    print([frame.name for frame in frames], frames[-1].lineno, len(traceback.extract_tb(error.__traceback__, 2)))


class Menu(dict):
    def __missing__(self, name):
        return f"no {name}"


print("{soup} and {cake!r:>10}, {tea}".format_map(Menu(soup="hot", cake="sweet")))
for template in ("{soup[0]} {soup.real}", "{}", "{0}", "{missing}", "{"):
    try:
        print(template.format_map({"soup": "hot"}))
    except (AttributeError, KeyError, ValueError) as error:
        print(repr(error))
