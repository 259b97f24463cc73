import asyncio
import asyncio.tasks, asyncio.locks
import collections.abc
import typing
from asyncio import tasks, futures, locks, queues, exceptions, events, coroutines, base_events, timeouts, runners, taskgroups
from asyncio.tasks import Task, gather
from asyncio.exceptions import CancelledError
from collections.abc import Awaitable, AsyncIterator, Callable
from types import SimpleNamespace
from typing import cast

Callback = Callable[[int], None]


class Numbers(AsyncIterator[int]):
    def __init__(self, last: int) -> None:
        self.number, self.last = 0, last

    async def __anext__(self) -> int:
        if self.number == self.last:
            raise StopAsyncIteration
        self.number += 1
        return self.number


class Stack(collections.abc.Sized):
    def __len__(self):
        return 3


class Fun:
    def __call__(self): ...


print(tasks.Task is asyncio.Task, Task is tasks.Task, futures.Future is asyncio.Future, locks.Lock is asyncio.Lock)
print(exceptions.CancelledError is CancelledError, asyncio.tasks.gather is gather, queues.Queue is asyncio.Queue)
print(cast(int, 'x'), typing.cast('str', 1), SimpleNamespace(a=1, b='x'), SimpleNamespace(a=1) == SimpleNamespace(a=1))
print(isinstance(Fun(), Callable), isinstance(len, Callable), isinstance(Stack(), collections.abc.Sized), isinstance([], collections.abc.Iterable))
x = ...
print(x, x is ..., x is Ellipsis, type(x).__name__, [..., 1])
b = b"abc"
print(b, len(b), b[0], b[1:], b == b"abc", b != b"abd", b + b"d", b.decode(), list(b), b"it's", b"\x00\xff", type(b).__name__)


async def main():
    print(events.get_running_loop() is asyncio.get_running_loop(), coroutines.iscoroutinefunction(main))
    async with timeouts.timeout(1):
        print(await tasks.gather(tasks.sleep(0, 1), asyncio.tasks.sleep(0, "text")))
    async with taskgroups.TaskGroup() as group:
        done = group.create_task(asyncio.sleep(1, 2))
    print(done.result(), [number async for number in Numbers(3)], isinstance(main(), Awaitable) if False else Numbers(0) is not None)
    print(isinstance(Numbers(0), AsyncIterator), isinstance(done, Awaitable), isinstance(3, Awaitable))
    print(asyncio.get_running_loop())


with runners.Runner() as runner:
    runner.run(main())
