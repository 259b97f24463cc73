"""What leads back to itself ends where its text is written, through the texts of the script's own classes, too."""

import contextvars
import functools
from collections import ChainMap, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from types import SimpleNamespace
import asyncio


@dataclass
class Node:
    name: str
    links: list = field(default_factory=list)


a = Node("a")
a.links.append(a)
print(a)
b = Node("b", [a])
a.links.append(b)
print(a, [b])


class Plain:
    def __init__(self):
        self.items = []

    def __repr__(self):
        return f"Plain({self.items})"


p = Plain()
p.items.append(p)
print(p)
p.items.append((p.items, p))
print(p, [p.items])
d = deque([1])
d.append(d)
print(d)


class InDeque:
    def __repr__(self):
        return f"In({d!r})"


d.append(InDeque())
print(d)
od = OrderedDict(a=1)
od["self"] = od
print(od)
n = SimpleNamespace(a=1)
n.me = n
print(n)


class S:
    def __repr__(self):
        return f"S {n!r}"


n.s = S()
print(n)
dd = defaultdict(list)
dd["x"].append(dd)
print(dd)


class Failing:
    def __repr__(self):
        raise ValueError("no")


l = [1, Failing()]
for _ in range(2):
    try:
        print(l)
    except ValueError as e:
        print(e)
l[1] = 2
print(l, [l])


class Once:
    def __repr__(self):
        try:
            return f"Once({l})"
        finally:
            print("once", l)


l[1] = Once()
print(l)
s = {1: Once()}


class Own(list):
    def __repr__(self):
        return "Own" + super().__repr__()


o = Own([1])
o.append(o)
try:
    print(o)
except RecursionError as e:
    print(type(e).__name__)


async def main():
    f = asyncio.get_running_loop().create_future()

    class R:
        def __repr__(self):
            return f"R({l})"

    l = [R()]
    f.set_result(l)
    print(f)
    t = asyncio.create_task(asyncio.sleep(0, l), name="t")
    print(await t)


asyncio.run(main())
x, y = ValueError(1), KeyError(2)
x.args = (x, 2)
y.args = (y, x)
print(repr(x), repr(y), [x, y])
y.args = (y,)
for each in (y, x):
    try:
        print(repr(each), str(x))
    except RecursionError as e:
        print(e)


part = functools.partial(max, 1)
part.keywords["me"] = part
print(part)
chained = ChainMap({})
chained["a"] = chained
print(chained)


l = []
v = contextvars.ContextVar("v", default=l)
l.append(v)
print(repr(l).count("..."), len(repr(l)) < 300)


class A:
    def __repr__(self):
        return "A" + repr(l)


l = [A()]
l.append((l, A()))
print(repr(l), f"{l}", str(l))
d = {}


class B:
    def __repr__(self):
        return f"B{d!r}"


d[1] = B()
print(d)
