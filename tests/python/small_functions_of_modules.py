"""Functions of modules that few programs ask for."""

import asyncio
import collections
import copy
import functools
import inspect
import math
import operator
import random
import sys
import threading
import time
import types
from dataclasses import dataclass


class Guess:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint


class Kept:
    size: int = 1
    name = "kept"

    def method(self, depth=2):
        pass

    def __getattr__(self, name):
        return "made"


@dataclass
class Dish:
    name: str
    minutes: int = 5


def shaped(a, /, b: int, *c, d=1, e, **g) -> str:
    pass


@types.coroutine
def plain(value):
    return value


@types.coroutine
def by_generator():
    return stepped()


def stepped():
    yield
    return "stepped"


async def main():
    three, two = 3, 2
    names = ["ifloordiv", "itruediv", "imod", "ipow", "ilshift", "irshift", "iadd"]
    print([getattr(operator, name)(three, two) for name in names])
    print(operator.call(max, 1, 5, key=lambda x: -x), [operator.length_hint(x, 7) for x in ([1], Guess(3), object())])
    for hint in (-1, "x"):
        try:
            operator.length_hint(Guess(hint))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    random.seed(5)
    print(random.randbytes(5), random.random())
    if sys.version_info >= (3, 12):
        print(math.sumprod([1, 2], [3, 4]), math.sumprod([0.1] * 3, [0.2] * 3), math.sumprod([], []))
        try:
            math.sumprod([1], [1, 2])
        except ValueError as error:
            print(error)
    if sys.version_info >= (3, 13):
        print(math.fma(0.1, 0.1, -0.01), math.fma(1e308, 1.0, 1.0), math.fma(2, 3, 4))
        print(copy.replace(Dish("soup"), minutes=3), copy.replace(collections.namedtuple("P", "x y")(1, 2), y=5))
        try:
            copy.replace(3)
        except TypeError as error:
            print(error)
    print(inspect.getfullargspec(shaped))
    print(inspect.getfullargspec(Kept().method).args, inspect.get_annotations(Kept))
    print(inspect.getattr_static(Kept(), "name"), inspect.getattr_static(Kept(), "other", None), Kept().other)
    try:
        inspect.getattr_static(Kept(), "other")
    except AttributeError as error:
        print(error)
    print(inspect.ismodule(sys), functools._make_key((1,), {}, False))
    sys.setrecursionlimit(1500)
    print(sys.getrecursionlimit(), sys.float_info.epsilon, hex(sys.hexversion)[:6])
    for ask in (lambda: sys.setrecursionlimit(0), lambda: sys.setswitchinterval(0)):
        try:
            ask()
        except ValueError as error:
            print(error)
    print(threading.TIMEOUT_MAX, threading.stack_size(), threading.get_native_id() > 0)
    print(time.process_time() >= 0, time.clock_gettime(time.CLOCK_MONOTONIC) >= 0)
    print(plain(5), plain.__name__, await by_generator())


asyncio.run(main())
