"""What typing makes that a run sees: typed dicts, new types, protocols that are looked for; records with slots; flags turned round."""

import enum
from dataclasses import dataclass, field
from typing import NewType, Protocol, TypedDict, runtime_checkable


@runtime_checkable
class Closeable(Protocol):
    async def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str


class Settings(TypedDict, total=False):
    host: str
    port: int


class Service:
    def __init__(self, name):
        self.name = name

    async def close(self):
        pass


@dataclass(slots=True)
class Point:
    x: int
    tags: list = field(default_factory=list)


@dataclass(slots=True)
class Place(Point):
    name: str = "here"


class Kind(enum.Flag):
    TEXT = 1
    JOIN = 2
    LEAVE = 4
    SYSTEM = JOIN | LEAVE


Number = NewType("Number", int)
settings: Settings = {"host": "localhost"}
print(settings, Settings(host="there", port=1), type(Settings()).__name__, Number(5) + 1, Number.__name__, Number.__supertype__)
for value in (Service("a"), 3, "text"):
    print(isinstance(value, Closeable), isinstance(value, Named))
for record in (Point(1), Place(1)):
    record.x = 2
    try:
        record.extra = 1
    except AttributeError as error:
        print(str(error)[:36], record, type(record).__slots__)
print(~Kind.TEXT, ~Kind.SYSTEM, ~Kind.JOIN, Kind.SYSTEM & ~Kind.JOIN)
