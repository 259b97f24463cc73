"""Imports in the bodies of classes, and all names of the modules of types at once."""

import asyncio
from abc import *
from collections.abc import *
from types import *
from typing import *

T = TypeVar("T")


class Shelf:
    import json
    import os.path as paths
    from collections import deque as row

    text = json.dumps([1, 2])

    def load(self):
        return self.json.loads("[3]"), self.row([4]), self.paths.join("a", "b")


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value: Optional[T] = value

    async def get(self) -> T:
        return cast(T, self.value)


class Row(NamedTuple):
    a: int
    b: str = "b"


class Base(ABC):
    @abstractmethod
    def run(self) -> Any: ...


class Child(Base):
    def run(self) -> List[int]:
        return [1]


async def main() -> None:
    print(Shelf.text, Shelf().load(), Shelf.json.dumps({}))
    print(await Box(5).get(), Row(1), Child().run(), isinstance([], Sequence), isinstance({}, Mapping))
    try:
        Base()
    except TypeError as error:
        print(type(error).__name__)
    print(SimpleNamespace(a=1), isinstance(main, FunctionType), isinstance(Box(1).get, MethodType))


asyncio.run(main())
