# What programs of others do at their beginning: types with variables, guarded imports, marks of coroutine functions.
import abc
import asyncio
import contextlib
import enum
import functools
import inspect
import sys
import types
from collections.abc import AsyncGenerator as AnyGenerator
from typing import (
    Any,
    AsyncContextManager,
    AsyncIterable,
    Awaitable,
    Callable,
    ContextManager,
    Dict,
    Iterable,
    List,
    Optional,
    Tuple,
    TypeVar,
    Union,
    assert_never,
    dataclass_transform,
    get_args,
    get_origin,
)

T = TypeVar("T")
S = TypeVar("S", covariant=True)
AnyIterable = Union[Iterable[T], AsyncIterable[T]]
Handler = Union[Callable[..., T], Callable[..., Awaitable[T]]]
Manager = Union[AsyncContextManager[T], ContextManager[T]]
Hook = Callable[..., T]
Hooks = Dict[str, List[Hook[int]]]
AnyHook = Union[Hook[int], Handler[str], None]

try:
    from asyncio import nothing_of_this_name
except ImportError:
    nothing_of_this_name = None
try:
    from contextlib import nested
except ImportError as error:
    nested = type(error).__name__

HAS_GRAPHS: bool = hasattr(asyncio, "capture_nothing_at_all")


class Settings(dict[str, int]):
    def total(self):
        return sum(self.values())


class Pair(tuple[int, str]):
    pass


class Words(list[T]):
    pass


class Borrowed(AnyGenerator[T, S]):
    __slots__ = ("asend", "athrow", "source")

    def __init__(self, source):
        self.source = source
        self.asend = source.asend
        self.athrow = source.athrow


class Marked:
    _is_coroutine = asyncio.coroutines._is_coroutine

    def __call__(self):
        return "called"


def returns_awaitable():
    return asyncio.sleep(0, "slept")


returns_awaitable._is_coroutine = asyncio.coroutines._is_coroutine


class Shape(enum.Enum):
    @enum.nonmember
    class Kind:
        name = "kind"

    ROUND = enum.member(5)
    FLAT = 6


@dataclass_transform()
def plain(cls):
    return cls


@plain
class Plain:
    pass


def guarded():
    if HAS_GRAPHS:
        return asyncio.capture_nothing_at_all()
    try:
        return asyncio.nothing_of_this_name
    except AttributeError as error:
        return str(error)


async def numbers():
    yield 1
    yield 2


async def main():
    print(nothing_of_this_name, nested, guarded())
    settings = Settings(a=1, b=2)
    print(settings, settings.total(), Settings.__mro__[1] is dict, Pair((1, "a")), Words([1]))
    borrowed = Borrowed(numbers())
    print(await borrowed.__anext__(), await borrowed.asend(None), isinstance(borrowed, AnyGenerator))
    for function in Marked(), returns_awaitable, main, functools.partial(main):
        print(asyncio.iscoroutinefunction(function), inspect.iscoroutinefunction(function))
    print(await returns_awaitable(), Marked()())
    print(list(Shape), Shape.Kind.name, Shape(5) is Shape.ROUND)
    try:
        assert_never(Plain.__name__)
    except AssertionError as error:
        print(error)


print(T, S, Optional[T], Union[T, None, int], List[T], Dict[str, T], list[T])
print(len(get_args(AnyIterable[int])), AnyIterable.__parameters__, Optional[T][str], Union[T, S][int, str])
print(list[T][int], dict[str, T][bytes], Dict[T, S][int, str], Tuple[T, ...][int])
print(Union[int, None, str], Optional[None], Handler[int] is not None, Manager.__parameters__)
print(
    get_origin(List[int]),
    get_args(Dict[str, int]),
    get_origin(int),
    get_args(Union[int, str]),
    get_origin(dict[str, int]),
)
print(sys.stdout.encoding, types.ModuleType is type(asyncio), isinstance(asyncio, types.ModuleType))
print(functools._CacheInfo(1, 2, 3, 4), abc.ABC.__name__, contextlib.nullcontext(Any) is not None)
try:
    1 / 0
except ZeroDivisionError as error:
    print(isinstance(error.__traceback__, types.TracebackType))
asyncio.run(main())
