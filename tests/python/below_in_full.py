"""Classes below lists, dicts, sets, numbers, texts and collections: operators, what they say in errors, and what they hold."""

import asyncio
import collections
import collections.abc
import copy
import numbers


class Orders(list):
    pass


class Menu(dict):
    pass


class Guests(set):
    pass


class Staff(frozenset):
    pass


class Pair(tuple):
    pass


class Table(int):
    pass


class Price(float):
    pass


class Name(str):
    pass


class Stock(collections.Counter):
    pass


class Shelf(collections.OrderedDict):
    pass


class Groups(collections.defaultdict):
    pass


class Line(collections.deque):
    pass


class Notes(collections.UserList):
    pass


class Settings(collections.UserDict):
    pass


class Raw(bytearray):
    pass


class Place:
    def __index__(self):
        return 1


def made():
    return [
        Orders([3, 1, 2]),
        Pair((3, 1, 2)),
        Line([3, 1, 2]),
        Notes([3, 1, 2]),
        Menu(a=1, b=2),
        Settings(a=1, b=2),
        Shelf(a=1, b=2),
        Groups(list, a=1),
        Stock("abca"),
        Staff([3, 1, 2]),
        Table(7),
        Price(2.5),
        Name("ab cd"),
        Raw(b"ab"),
    ]


OPERATIONS = {
    "+ itself": lambda x: x + x,
    "+ [1]": lambda x: x + [1],
    "[1] +": lambda x: [1] + x,
    "(1,) +": lambda x: (1,) + x,
    "+ 1": lambda x: x + 1,
    "'a' +": lambda x: "a" + x,
    "* 2": lambda x: x * 2,
    "2 *": lambda x: 2 * x,
    "< 5": lambda x: x < 5,
    "< [4]": lambda x: x < [4],
    "<= itself": lambda x: x <= x,
    "== list": lambda x: (x == [3, 1, 2], [3, 1, 2] == x, x != [3, 1, 2]),
    "__eq__": lambda x: (x.__eq__([3, 1, 2]), x.__eq__(7), x.__eq__({"a": 1, "b": 2})),
    "| dict": lambda x: x | {"c": 3},
    "dict |": lambda x: {"c": 3} | x,
    "| set": lambda x: sorted(x | frozenset([9])),
    "set -": lambda x: sorted(frozenset([1, 9]) - x),
    "& 3": lambda x: x & 3,
    "reversed": lambda x: list(reversed(x)),
    "[1]": lambda x: x[1] if isinstance(x, collections.abc.Mapping) else x[Place()],
    "['z']": lambda x: x["z"],
    "repr": lambda x: f"{x!r} {x}",
    "wide": lambda x: f"{x:>8}",
    "hash": lambda x: hash(x) is not None,
    "copies": lambda x: (type(copy.copy(x)).__name__, copy.deepcopy(x) == x),
    "nothing": lambda x: x.nothing,
    "called": lambda x: x(),
    "of three": lambda x: type(x)(1, 2, 3, 4),
    "of nothing": lambda x: type(x)(),
    "fromkeys": lambda x: type(x).fromkeys("ab"),
    "vars": lambda x: vars(x),
    "append": lambda x: (x.append(4), x),
    "append two": lambda x: x.append(4, 5),
    "pop": lambda x: x.pop(),
    "pop two": lambda x: x.pop(1, 2, 3),
    "sort": lambda x: x.sort(lambda item: item),
    "clear": lambda x: x.clear(5),
    "update": lambda x: (x.update([9] if isinstance(x, set) else [("z", 1)]), x),
    "views": lambda x: (x.keys(), x.values(), x.items()),
    "update by one": lambda x: x.update(5),
    "symmetric": lambda x: sorted(x.symmetric_difference([1, 8])),
    "upper": lambda x: x.upper(),
    "hex": lambda x: x.hex(),
    "int": lambda x: (int(x), float(x)),
}


MADE_IN_PYTHON = ("of three", "pop", "pop two", "clear", "__eq__", "views")


def in_place(x, operator):
    if operator == "+=":
        x += [4]
    elif operator == "*=":
        x *= 2
    elif operator == "|=":
        x |= {9: 1}
    elif operator == "-=":
        x -= frozenset([1])
    elif operator == "^=":
        x ^= frozenset([1, 9])
    elif operator == "[0] =":
        x[0] = 9
    elif operator == "del":
        del x["z"]
    else:
        x.note = 1
        return vars(x)
    return type(x).__name__, x


def shown(operation):
    try:
        result = operation()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return f"{type(result).__name__} {result}"


async def try_all():
    for x in made():
        print(f"-- {type(x).__name__} below {type(x).__mro__[1].__name__}")
        for name, operation in OPERATIONS.items():
            if name in MADE_IN_PYTHON and isinstance(x, (Settings, Shelf, Groups, Stock, Raw)):
                continue
            print(f"{name}: {shown(lambda: operation(x))}")
            await asyncio.sleep(0.001)
    for operator in ("+=", "*=", "|=", "-=", "^=", "[0] =", "del", "note"):
        print("--", operator)
        for x in made():
            if not isinstance(x, (Line, Settings)):
                print(f"{type(x).__name__}: {shown(lambda: in_place(x, operator))}")
    kinds = [
        collections.abc.Sequence,
        collections.abc.MutableSequence,
        collections.abc.Mapping,
        collections.abc.MutableMapping,
        collections.abc.Set,
        collections.abc.MutableSet,
        collections.abc.Hashable,
        numbers.Number,
        numbers.Integral,
    ]
    for x in made():
        print(type(x).__name__, [kind.__name__ for kind in kinds if isinstance(x, kind)])


class Recent(collections.OrderedDict):
    """Keeps the last ones; never calls what is above it to be made."""

    def __init__(self, size):
        self.size = size

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            del self[next(iter(self))]


class Counted(collections.deque):
    def __init__(self):
        self.count_of_puts = 0

    def append(self, item):
        self.count_of_puts += 1
        super().append(item)


class Tagged(str):
    def __new__(cls, text, tag=None):
        made = super().__new__(cls, text)
        made.tag = tag
        return made


class Labelled(tuple):
    def __init__(self, items, label=None):
        self.label = label


class Slotted:
    __slots__ = ("inside",)


class Open(Slotted):
    pass


def guests_come_and_go():
    guests = Guests([3, 1, 2])
    same = guests
    guests |= {9}
    guests -= {1}
    guests ^= {2, 8}
    guests &= {3, 8, 9, 10}
    print(type(guests).__name__, sorted(guests), same is guests)
    guests.difference_update([3])
    guests.symmetric_difference_update([9, 4, 5])
    guests.intersection_update([4, 8, 1])
    print(sorted(guests), guests == {4, 8}, {4, 8} == guests, guests <= frozenset([4, 8, 1]), 4 in guests)
    guests.note = "late"
    print(guests.note, sorted(guests.symmetric_difference([8, 7])), isinstance(guests, collections.abc.MutableSet))
    print({Staff([1]): "cook"}[frozenset([1])], frozenset([2]) in {Staff([2])}, Staff([1]) | frozenset([2]))


def made_in_their_own_ways():
    recent = Recent(2)
    for key in "abac":
        recent[key] = key.upper()
    print(list(recent), vars(recent), recent == {"a": "A", "c": "C"})
    counted = Counted()
    counted.append(1)
    counted.append(2)
    print(counted, counted.popleft(), vars(counted))
    tagged = Tagged("soup", tag=5)
    print(vars(tagged), tagged.replace("o", tagged), {tagged: 1}["soup"], "a soup".endswith((tagged, "x")))
    setattr(recent, tagged, 1)
    print(recent.soup, getattr(recent, tagged), int(Tagged("12")), float(Tagged("1.5")), Tagged("a") in "abc")
    labelled = Labelled([1, 2], label="two")
    print(labelled, labelled.label, vars(labelled))
    thing = Open()
    thing.inside, thing.outside = 1, 2
    print(vars(thing))
    thing.__dict__["more"] = thing.inside
    thing.inside = 5
    thing.__dict__ = {"less": 0}
    print(vars(thing), thing.inside, hasattr(thing, "outside"), copy.copy(thing).inside)
    print(hash(frozenset([3, 1, 2])), hash(frozenset()), hash(frozenset([(1, 2), 5])))
    print(recent.keys(), recent.values(), recent.items(), sorted(recent.keys() & {"a"}))
    stock = Stock(a=3)
    stock |= {"b": 2}
    stock += {"a": -5, "c": 1}
    stock.setdefault("d")
    print(stock, stock["e"])


asyncio.run(try_all())
guests_come_and_go()
made_in_their_own_ways()
