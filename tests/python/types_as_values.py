"""Types where they are values: what `isinstance` is asked for, what classes derive from, what is handed around."""

import asyncio
import builtins
import typing
import typing as t
from typing import Any, Callable, Generic, Iterable, List, Optional, TypeVar, Union, cast

Number = Union[int, float]
Label = Optional[str]
Handler = Callable[[int], "Any"]
Rule = tuple[int, Callable[..., bool]]
T = TypeVar("T")


class Row(typing.Sequence[int]):
    def __init__(self, *cells):
        self.cells = cells

    def __getitem__(self, index):
        return self.cells[index]

    def __len__(self):
        return len(self.cells)


class Sums(List[int]):
    def total(self):
        return sum(self)


class Countdown(t.AsyncIterator[int], Generic[T]):
    def __init__(self, count):
        self.count = count

    async def __anext__(self):
        if not self.count:
            raise StopAsyncIteration
        self.count -= 1
        await asyncio.sleep(1)
        return self.count


async def flat(value):
    await asyncio.sleep(0)
    if isinstance(value, str) or not isinstance(value, Iterable):
        return [value]
    cells = []
    for each in value.items() if isinstance(value, t.Mapping) else value:
        cells += await flat(each)
    return cells


async def numbers():
    yield 1


async def main():
    print(await flat([1, (2, {"a": [3]}), "text", range(2)]))
    steps = numbers()
    kinds = (typing.AsyncGenerator, t.AsyncIterable, t.Awaitable, Callable)
    print([isinstance(steps, kind) for kind in kinds], isinstance(main, Callable))
    await steps.aclose()
    print([number async for number in Countdown(3)], isinstance(Countdown(1), typing.AsyncIterable))
    row, sums = Row(3, 4, 5), Sums([1, 2])
    sums.append(3)
    print(list(row), 4 in row, row.index(5), list(reversed(row)), sums, sums.total(), isinstance(sums, List))
    try:
        t.Mapping()
    except TypeError as error:
        print(type(error).__name__)


def unions():
    print(isinstance(3, Number), isinstance("x", Number), isinstance(None, Label), isinstance(0, Label))
    print(isinstance(3, int | str), isinstance(None, int | None), isinstance(2.5, int | str), issubclass(bool, int | str))
    print(isinstance(Row(), Row | None), isinstance(ValueError(), OSError | ValueError), isinstance(3, Row | float))
    print(int | str, int | None, list[int] | None, Row | int, (int | str) == (str | int), int | int)
    print(Optional[int], Union[int, str], Number, Union[int], cast(Any, 5), cast("list[int]", []), Any)
    print((int | str).__args__, {int | str: 1}[str | int])
    for wrong in (lambda: int | 3, lambda: None | None, lambda: isinstance(3, Any)):
        try:
            print(wrong())
        except TypeError as error:
            print(type(error).__name__)


def of_builtins():
    print(builtins.len([1, 2]), builtins.max(3, 4), builtins.str(3), repr(builtins.ValueError("x")))
    print(builtins.isinstance(3, builtins.int), builtins.sorted([2, 1]))


asyncio.run(main())
unions()
of_builtins()
