"""What the texts of futures and tasks tell of results: objects by their own texts, sets sorted, all cut where it is long."""

import asyncio
import dataclasses
import enum


class Color(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Point:
    x: int
    y: int = 2


class Own(Exception):
    def __repr__(self):
        return "<Own!>"


async def give(value):
    return value


async def fail():
    raise Own


async def main():
    results = [Color.RED, Point(1), set(), frozenset("ba"), [Point(1)], (Own(),), list(range(10)), "x" * 50, Own, {Color.RED}]
    for result in [*results, {"b": 1, "a": [1, [2, [3]]]}]:
        future = asyncio.Future()
        future.set_result(result)
        print(future)
    future = asyncio.Future()
    future.set_exception(Own())
    print(future, repr(future.exception()))
    task = asyncio.create_task(give(Point(3, 4)))
    await task
    print(repr(task).split("result=")[1])
    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    print(repr(task).split("exception=")[1])
    inner, outer = asyncio.Future(), asyncio.Future()
    outer.set_result([inner])
    print(outer)
    inner.set_result(outer)
    print(outer, inner)


asyncio.run(main())
