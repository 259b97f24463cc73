"""Annotations of functions where a program asks for them: by name, in signatures, by `singledispatch`, as hints."""

import functools
import inspect
from dataclasses import dataclass
from typing import Any, get_type_hints


class Service:
    limit: int = 3

    async def start(self, name: str, other: "Service" = None) -> bool:
        return True

    @functools.singledispatchmethod
    def take(self, value):
        return f"thing {value}"

    @take.register
    def _(self, value: int):
        return f"int {value}"

    @take.register
    def _(self, value: list | tuple):
        return [self.take(each) for each in value]


class Plain:
    pass


@dataclass
class Point:
    x: int
    y: float = 0.5


@functools.singledispatch
def describe(value) -> str:
    return f"thing {value}"


@describe.register
def _(value: int) -> str:
    return f"int {value}"


@describe.register
def _(value: Service) -> str:
    return "service"


def typed(a: int, /, b: "str" = "x", *c: float, d: list[int] | None = None, **e: Any) -> None:
    pass


def bare(a, b=1):
    pass


def keep(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


print(typed.__annotations__["a"], repr(typed.__annotations__["b"]), typed.__annotations__["return"], list(typed.__annotations__))
print(inspect.signature(typed), inspect.signature(bare), inspect.signature(keep(typed)) == inspect.signature(typed))
print(inspect.signature(Service.start), inspect.signature(Service().start), inspect.signature(Plain), inspect.signature(Point))
print(inspect.signature(typed).parameters["a"].annotation is int, inspect.signature(bare).return_annotation is inspect.Signature.empty)
print(describe(3), describe(Service()), describe("x"), describe(True))
print(Service().take(3), Service().take([1, (2, "a")]))
print(get_type_hints(Service.start)["other"] is Service, get_type_hints(Service), get_type_hints(typed)["return"], bare.__annotations__)
try:

    @describe.register
    def _(value):
        pass

except TypeError as error:
    print(str(error)[:38])
print(keep(typed).__annotations__ is typed.__annotations__, list(keep(typed).__dict__), typed.__dict__)
