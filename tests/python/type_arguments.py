"""Classes with types in square brackets: what they tell, what they make, and which take none."""

import asyncio
import types
from types import GenericAlias
from typing import Generic, TypeVar

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, value):
        self.value = value

    @classmethod
    def make(cls, value):
        return cls(value)


class Registry:
    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)


async def main():
    print(asyncio.Future[int], asyncio.Task[str], asyncio.Queue[int], asyncio.PriorityQueue[tuple[int, str]], asyncio.LifoQueue[Box])
    print(list[int], dict[str, int], tuple[int, ...], Box[int], type[int], Registry[int])
    for cls in (asyncio.Future, asyncio.Task, asyncio.Queue, list):
        alias = cls[str]
        print(alias.__args__, isinstance(alias, GenericAlias), alias.__origin__ is cls, type(alias).__name__)
    print(Box[int](3).value, Box[str].make(4).value, Box[int].__origin__ is Box, list[int]([1, 2]), dict[str, int](a=1))
    print(ExceptionGroup[ValueError], BaseExceptionGroup[int, str].__args__, ExceptionGroup[int]("several", [OSError()]))
    for plain in (asyncio.Lock, int, asyncio.Event, str, ValueError):
        try:
            plain[int]
        except TypeError as error:
            print(error)
    print(list[int] == list[int], list[int] == list[str], len({list[int], list[int]}))
    queue = asyncio.Queue[int](2)
    await queue.put(1)
    future = asyncio.Future[int]()
    future.set_result(4)
    print(await queue.get(), await future, queue.maxsize)


asyncio.run(main())
