"""A restaurant with everything."""
from __future__ import annotations

import asyncio
import functools
import itertools
from collections import defaultdict, deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import Any, AsyncIterator, Callable, Generic, Optional, Protocol, TypeVar
from abc import ABC, abstractmethod
import heapq
import random
import time

T = TypeVar("T")


class Priority(IntEnum):
    LOW = 3
    HIGH = 1


class Status(Enum):
    NEW = "new"
    DONE = "done"


class KitchenError(Exception):
    """Base."""


class OutOfStock(KitchenError):
    def __init__(self, item: str, needed: int = 1) -> None:
        self.item = item
        self.needed = needed
        super().__init__(f"out of {item} (needed {needed})")


@dataclass
class Order:
    id: int
    dish: str
    priority: Priority = Priority.LOW
    status: Status = Status.NEW
    notes: list[str] = field(default_factory=list)
    _secret: Optional[int] = field(default=None, repr=False)

    def __post_init__(self):
        self.notes.append(f"created {self.id}")

    @property
    def is_done(self) -> bool:
        return self.status is Status.DONE


class Station(ABC):
    registry: dict[str, "Station"] = {}

    def __init__(self, name: str, capacity: int = 1):
        self.name = name
        self._sem = asyncio.Semaphore(capacity)
        Station.registry[name] = self

    @abstractmethod
    async def prepare(self, order: Order) -> str: ...

    async def __call__(self, order):
        async with self._sem:
            return await self.prepare(order)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name}>"


class Grill(Station):
    async def prepare(self, order: Order) -> str:
        await asyncio.sleep(0.5 * order.priority.value)
        if order.dish == "dragon":
            raise OutOfStock("dragon", needed=2)
        return f"grilled {order.dish}"


def retry(times: int):
    def decorator(fn: Callable):
        @functools.wraps(fn)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await fn(*args, **kwargs)
                except KitchenError as e:
                    print(f"{fn.__name__} attempt {attempt}: {e}")
                    last = e
                    await asyncio.sleep(0.1 * 2 ** attempt)
            raise last

        return wrapper

    return decorator


class Restaurant:
    def __init__(self):
        self.queue: asyncio.PriorityQueue = asyncio.PriorityQueue()
        self.counter = itertools.count(1)
        self.stats = defaultdict(int)
        self.log = deque(maxlen=3)
        self.grill = Grill("g1", capacity=2)

    async def submit(self, dish, priority=Priority.LOW):
        order = Order(next(self.counter), dish, priority)
        await self.queue.put((order.priority.value, order.id, order))
        return order

    @retry(2)
    async def cook(self, order: Order):
        result = await self.grill(order)
        order.status = Status.DONE
        return result

    async def worker(self, name):
        while True:
            _, _, order = await self.queue.get()
            try:
                print(name, "->", await self.cook(order), order.is_done)
                self.stats["ok"] += 1
            except OutOfStock as exc:
                self.stats["failed"] += 1
                print(name, "failed", exc.item, exc.needed, repr(exc))
            finally:
                self.log.append(order.id)
                self.queue.task_done()

    @asynccontextmanager
    async def open(self, workers: int) -> AsyncIterator["Restaurant"]:
        tasks = [asyncio.create_task(self.worker(f"w{i}"), name=f"w{i}") for i in range(workers)]
        try:
            yield self
        finally:
            for t in tasks:
                t.cancel()
            res = await asyncio.gather(*tasks, return_exceptions=True)
            print([type(r).__name__ for r in res])


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value

    def map(self, f: Callable[[T], Any]) -> "Box":
        return Box(f(self.value))

    def __eq__(self, other):
        return isinstance(other, Box) and self.value == other.value

    def __repr__(self):
        return f"Box({self.value!r})"


async def stream(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i


async def main():
    async with Restaurant().open(2) as r:
        orders = [await r.submit(d, p) for d, p in [("beef", Priority.LOW), ("dragon", Priority.HIGH), ("fish", Priority.LOW)]]
        await r.queue.join()
        print(dict(r.stats), r.log, r.grill, Station.registry)
    for o in orders:
        print(o)
    print(Box(3).map(lambda x: x * 2), Box(1) == Box(1), Box(1) != Box(2))
    total = 0
    async for x in stream(4):
        total += x
    print(total, [x async for x in stream(3) if x % 2 == 0])
    print(max(orders, key=lambda o: o.id).dish, sorted(orders, key=lambda o: o.dish)[0].dish)
    print({o.dish: o.status.name for o in orders}, Priority.LOW > Priority.HIGH, sorted([Priority.LOW, Priority.HIGH]))
    print(sum(1 for o in orders if o.is_done), any(o.is_done for o in orders), all(o.is_done for o in orders))


if __name__ == "__main__":
    asyncio.run(main())
