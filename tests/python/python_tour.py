# A tour of Python around tasks: data classes, enumerations, formats, the modules that are at hand.
from __future__ import annotations
import asyncio
import dataclasses
import enum
import functools
import heapq
import itertools
import json
import math
import operator
import random
import re
import statistics
import string
import textwrap
import time
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable, Generic, NamedTuple, Optional, Protocol, TypeVar

T = TypeVar("T")


class State(enum.Enum):
    NEW = enum.auto()
    RUN = enum.auto()
    DONE = "done"

    @property
    def terminal(self) -> bool:
        return self is State.DONE


class Flag(enum.IntFlag):
    A = 1
    B = 2


@dataclass(order=True)
class Job:
    prio: int
    name: str = field(compare=False)
    state: State = field(default=State.NEW, compare=False, repr=False)
    deps: list[str] = field(default_factory=list, compare=False)

    def __post_init__(self):
        self.key = f"{self.name}:{self.prio}"


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float = 0.0

    def __add__(self, o: Point) -> Point:
        return Point(self.x + o.x, self.y + o.y)

    def dist(self) -> float:
        return math.hypot(self.x, self.y)


class Row(NamedTuple):
    id: int
    name: str = "?"


class Repo(Protocol):
    async def get(self, id: int) -> Row: ...
class Cache(Generic[T]):
    def __init__(self, load: Callable[[Any], Awaitable[T]], ttl: float) -> None:
        self._load, self._ttl, self._d, self.hits = load, ttl, {}, Counter()

    async def get(self, k) -> T:
        now = asyncio.get_running_loop().time()
        if k in self._d and (e := self._d[k])[1] > now:
            self.hits["hit"] += 1
            return e[0]
        self.hits["miss"] += 1
        v = await self._load(k)
        self._d[k] = (v, asyncio.get_running_loop().time() + self._ttl)
        return v


def timed(fn):
    @functools.wraps(fn)
    async def w(*a, **k):
        s = time.perf_counter()
        try:
            return await fn(*a, **k)
        finally:
            print(f"{fn.__name__:>10} {time.perf_counter() - s:6.2f}s")

    return w


@timed
async def load(k):
    await asyncio.sleep(len(str(k)) / 4)
    return Row(k, str(k) * 2)


async def main():
    c: Cache[Row] = Cache(load, 1.0)
    print(await c.get("ab"), await c.get("ab"))
    await asyncio.sleep(1)
    print((await c.get("ab")).name, dict(c.hits), c.hits.most_common(1))
    h = []
    [heapq.heappush(h, Job(p, n)) for p, n in ((3, "c"), (1, "a"), (2, "b"))]
    print(
        h[0], heapq.heappop(h).key, heapq.nsmallest(1, h), dataclasses.asdict(h[0]), dataclasses.replace(h[0], prio=9)
    )
    print(
        State.NEW,
        repr(State.DONE),
        State("done").terminal,
        State["RUN"].value,
        list(State),
        Flag.A | Flag.B,
        Flag(3) & Flag.B,
    )
    print(Point(3, 4).dist(), Point(1) + Point(2, 5), hash(Point(1)) == hash(Point(1)))
    try:
        Point(1).x = 3
    except dataclasses.FrozenInstanceError as e:
        print(e)
    dd = defaultdict(list)
    [dd[len(w)].append(w) for w in "the quick brown fox jumps".split()]
    print(dict(dd), ChainMap({"a": 1}, {"b": 2})["b"])
    print(
        [("".join(g), len(list(k))) if False else k for k, g in itertools.groupby("aabbc")],
        list(itertools.accumulate([1, 2, 3], operator.mul)),
        list(itertools.pairwise("abc")),
        list(itertools.islice(itertools.count(5, 5), 3)),
    )
    print(
        functools.reduce(operator.add, range(5)),
        functools.partial(pow, 2)(5),
        sorted("bca", key=str.upper, reverse=True),
        max([3, 1], default=0),
        min((Row(2), Row(1))).id,
    )
    print(
        json.dumps({"a": [1, 2.5, None, True], "b": {"c": "é\n"}}, sort_keys=True),
        json.loads('{"x": [1, {"y": null}]}'),
        json.dumps([1, {"k": 2}], indent=2),
    )
    print(
        re.findall(r"(\w)(\d+)", "a1 b22 c"),
        re.sub(r"\d+", lambda m: f"<{m[0]}>", "x1y22"),
        re.match(r"(?P<n>\w+)@", "bob@x").group("n"),
        re.split(r"[,;]\s*", "a, b;c"),
    )
    random.seed(42)
    print(
        random.random(),
        random.sample(range(10), 3),
        random.choice("abc"),
        random.gauss(0, 1),
        [random.randint(1, 6) for _ in range(5)],
    )
    print(
        statistics.mean([1, 2, 4]),
        statistics.median([3, 1, 2]),
        statistics.pstdev([1, 2, 3, 4]),
        round(2.675, 2),
        round(-1.5),
        divmod(-7, 3),
        -7 // 2,
        7 % -3,
        2**-1,
        10**15,
        0.1 + 0.2,
        1e22,
        1e-7,
        float("inf"),
        math.isclose(0.3, 0.1 + 0.2),
    )
    print(
        f"{3.14159:.2f}|{42:05d}|{1234567:,}|{0.256:.1%}|{255:#x}|{'mid':^9}|{'l':<4}|{5!r:>3}|{State.NEW!s}|{1e10:g}|{12.5:+.1e}|{'a' 'b'}|{ {1: 2}[1] }|{3=}"
    )
    print(
        "%s %d %.3f %r %5s|%-5s| %%" % ("s", 3, 2.5, "r", "ab", "cd"),
        "{:>4} {0}".replace("{0}", "{}").format(1, 2),
        "{a} {b[0]} {c.x}".format(a=1, b=[2], c=Point(7)),
    )
    print(
        textwrap.dedent("  a\n   b"),
        string.ascii_lowercase[:3],
        "a,b,,c".split(","),
        " x ".strip(),
        "abc".partition("b"),
        "Hello".swapcase(),
        "x".join("ab"),
        "tEst".title(),
        "abc".translate(str.maketrans("a", "z")),
        "ab" in "cab",
        "a\tb".expandtabs(4),
        "1".zfill(3),
        "abc"[::-1],
        "é".encode(),
        b"ab\x00".hex(),
        bytes([65]).decode(),
    )
    a, *b, (d, e) = 1, 2, 3, (4, 5)
    print(a, b, d, e, [*b, *range(2)], {**{"x": 1}, "y": 2}, (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))

    def f(a, /, b, *, c=3):
        return a, b, c

    try:
        f(1, b=2, d=4)
    except TypeError as e:
        print(e)
    try:
        f(a=1, b=2)
    except TypeError as e:
        print(e)
    print(
        [x if x % 2 else -x for x in range(4)],
        {x: y for x, y in zip("ab", [1, 2])},
        {i % 3 for i in range(5)},
        any(x > 3 for x in range(5)),
        all([]),
        sum(x * x for x in range(4)),
        list(map(str, [1, 2])),
        list(filter(None, [0, 1, "", "a"])),
        list(reversed([1, 2])),
        list(enumerate("ab", 1)),
        list(zip([1, 2], "ab", strict=True)),
    )
    x = 10

    def outer():
        nonlocal_v = 1

        def inner():
            nonlocal nonlocal_v
            nonlocal_v += 1
            return nonlocal_v

        return inner() + inner()

    print(
        outer(),
        x if x > 5 else 0,
        not x,
        x and 0 or "or",
        1 < x < 20,
        x is not None,
        type(x).__name__,
        isinstance(x, (int, str)),
        id(x) == id(x),
        hasattr(x, "real"),
    )
    d1 = OrderedDict(a=1, b=2)
    d1.move_to_end("a")
    print(d1, list(d1.items()), d1 | {"c": 3}, deque([1, 2, 3], maxlen=2), namedtuple("P", "x y")(1, 2)._asdict())
    print(
        sorted(Counter("mississippi").items(), key=lambda t: (-t[1], t[0])),
        Counter("aab") - Counter("ab"),
        Counter(a=2).total(),
    )
    while True:
        x -= 3
        if x < 0:
            break
    else:
        print("never")
    print(x, *(i for i in (1, 2)), sep="/", end="!\n")


asyncio.run(main())
