# Containers and their kin where other programs did not go.
import asyncio
import collections
import collections.abc
import dataclasses
import heapq
import itertools
import re
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple
from concurrent.futures.thread import ThreadPoolExecutor
from typing import NamedTuple


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Pair(NamedTuple):
    a: int
    b: int


class Asked:
    def __getitem__(self, key):
        return f"<{key}>"


class Missing(dict):
    def __missing__(self, key):
        return "?" + key


class Two:
    def __iter__(self):
        yield from "kv"


class Own(asyncio.Future):
    pass


Point = namedtuple("Point", "x y")
attempt(lambda: "%d-%d %s" % (*Pair(1, 2), Point.__doc__))
attempt(lambda: "%d-%d" % Pair(1, 2))
attempt(lambda: "%d" % Point(1, 2))
attempt(lambda: "%(q)s" % Asked() + "%(q)s %(a)s" % Missing(a=1) + "%(k)s" % UserDict(k=5))
attempt(lambda: dict([Two(), ("a", 1)]))
attempt(lambda: OrderedDict(a=1) | {"b": 2})
attempt(lambda: {"z": 0} | defaultdict(list, a=[1]))
attempt(lambda: ChainMap({"a": 1}, {"b": 2}) | {"c": 3})
attempt(lambda: UserDict(a=1) | {"b": 1})
attempt(lambda: [Counter(a=3) <= Counter(a=4), Counter(a=1) < Counter(a=1), Counter(b=1) >= Counter(), Counter(a=2) > Counter(a=1)])
attempt(lambda: (deque([1], 3) * 2, 2 * deque("a"), deque([1, 2]) <= deque([1, 3]), deque([2]) > deque([1, 9])))
for bounds in ((-1,), (0, -1), (-2, 1), (0, 1, 0), ("a",), (0, -5), (1, None), (None, 2, None)):
    attempt(lambda: list(itertools.islice("abc", *bounds)))
attempt(lambda: list(itertools.starmap(pow, [1])))
attempt(lambda: heapq.heapify(10))
for pattern in ("(?P<1>a)", "(?P<>a)", "(?P<a-b>x)", "(?P=1)", "(?P<a>x)(?P<a>y)", "(?P<é_1>x)"):
    attempt(lambda: re.compile(pattern).groups)
attempt(lambda: [issubclass(c, collections.abc.Awaitable) for c in (Own, asyncio.Future, asyncio.Task, asyncio.Lock, Two)])
attempt(lambda: ThreadPoolExecutor.__name__)


@dataclasses.dataclass(kw_only=True)
class Named:
    name: str = ""


attempt(lambda: Named("tea"))
attempt(lambda: namedtuple("Nothing", "")(1))


class Above:
    pass


class Below(Above):
    pass


attempt(lambda: type("Bad", (Above, Below), {}))
