"""Named tuples with annotations, operator, sys, docstrings, abstract classes, __format__, bare objects."""
import asyncio
import operator
import sys
from operator import itemgetter, attrgetter
from functools import reduce
from typing import NamedTuple, Optional

class Job(NamedTuple):
    """A job."""
    name: str
    cost: float = 1.0
    tags: tuple = ()

    @property
    def double(self):
        return self.cost * 2

    def shout(self) -> str:
        return self.name.upper()

class Point(NamedTuple):
    x: int
    y: int

async def main():
    j = Job("a"); k = Job(name="b", cost=2)
    print(j, k, j.double, k.shout(), j == ("a", 1.0, ()), j[0], len(j), list(j), j._asdict(), Job._fields, k._replace(cost=5))
    name, cost, *rest = k
    print(name, cost, rest, sorted([k, j]), Job.__doc__, isinstance(j, tuple), {Point(1, 2): "p"}[Point(1, 2)])
    try:
        j.name = "z"
    except AttributeError as e:
        print(e)
    try:
        Job()
    except TypeError as e:
        print(e)
    print(reduce(operator.add, [1, 2, 3]), sorted([(2, "a"), (1, "b")], key=itemgetter(1)), max([Point(1, 2), Point(0, 9)], key=attrgetter("y")), Point._make([5, 6]))
    print(Point(1, 2) + (3,), operator.mul(3, 4), list(map(itemgetter("k"), [{"k": 1}, {"k": 2}])))
    for x, y in [Point(1, 2), Point(3, 4)]:
        print(x, y)
    match_ = {p.x: p for p in [Point(1, 2)]}
    print(match_)
    print("err", file=sys.stderr)
    print("out", file=sys.stdout, flush=True)
    sys.stdout.flush()
    if sys.version_info >= (3, 11): print("ok")
    print(sys.maxsize)
    try:
        sys.exit(3)
    except SystemExit as e:
        print("exit", e.code, e)
asyncio.run(main())

import asyncio
import functools
import signal, os, json
import logging
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from collections.abc import Iterable

class A:
    """The class A.

    More words.
      Indented.
    """
    def m(self):
        "short"

    async def n(self):
        """
        begins on the
        next line
        """

def nodoc():
    pass

def deco(f):
    @functools.wraps(f)
    def inner(*a, **k):
        "inner doc"
        return f(*a, **k)
    return inner

@deco
def documented():
    """Documented."""

class B(A):
    pass

class C:
    @functools.cached_property
    def x(self):
        print("once")
        return 5

async def docs():
    """Main
	tabbed"""
    print(repr(A.__doc__), repr(A.m.__doc__), repr(A.n.__doc__), nodoc.__doc__, documented.__doc__, documented.__name__)
    print(repr(docs.__doc__), B.__doc__, A().__doc__ == A.__doc__)
    c = C(); print(c.x, c.x)
    s = object(); t = object()
    print(s is t, s == s, s == t, isinstance(s, object), s is not None, s in [t], type(s).__name__)
    d = {s: 1}
    print(d[s], d.get(t))
asyncio.run(docs())
class Money:
    def __init__(self, c): self.c = c
    def __add__(self, o): return Money(self.c + (o.c if isinstance(o, Money) else o))
    __radd__ = __add__
    def __sub__(self, o): return Money(self.c - o.c)
    def __mul__(self, k): return Money(self.c * k)
    def __neg__(self): return Money(-self.c)
    def __bool__(self): return self.c != 0
    def __lt__(self, o): return self.c < o.c
    def __eq__(self, o): return isinstance(o, Money) and self.c == o.c
    def __hash__(self): return hash(self.c)
    def __format__(self, spec): return format(self.c / 100, spec or ".2f") + "€"
    def __repr__(self): return f"Money({self.c})"
    def __len__(self): return len(str(self.c))
    def __getitem__(self, i): return str(self.c)[i]
    def __contains__(self, d): return d in str(self.c)
    def __call__(self, x): return x + self.c
    def __iter__(self): return iter(str(self.c))
    def __iadd__(self, o): self.c += o.c; return self
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0]); return True
async def money():
    a, b = Money(150), Money(75)
    print(a + b, 5 + a, a - b, -a, a * 2, bool(Money(0)), a < b, max(a, b), a == Money(150), f"{a} {b:>8.1f}", sum([a, b]))
    print(len(a), a[0], "5" in a, a(1), list(a), a != b)
    a += b; print(a)
    with a as m: raise ValueError("x")
    await asyncio.sleep(1); print("end")
asyncio.run(money())
from abc import ABC, abstractmethod
class Shape(ABC):
    registry = {}
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Shape.registry[cls.__name__.lower()] = cls
    @abstractmethod
    async def area(self): ...
    def __str__(self): return f"{type(self).__name__}"
class Square(Shape):
    __slots__ = ("s",)
    def __init__(self, s): self.s = s
    async def area(self):
        await asyncio.sleep(0.1); return self.s ** 2
class Cube(Square):
    async def area(self):
        return 6 * await super().area()
async def shapes_():
    shapes = [Shape.registry[n](2) for n in ("square", "cube")]
    for s, a in zip(shapes, await asyncio.gather(*(s.area() for s in shapes))):
        print(f"{s!s:<8} {a:>5}", isinstance(s, Shape), Cube.__mro__[1].__name__ if False else "")
    print(sorted(Shape.registry), hasattr(shapes[0], "s"), getattr(shapes[0], "zz", None), callable(shapes_))
    try:
        Shape()
    except TypeError as e:
        print(e)
asyncio.run(shapes_())
