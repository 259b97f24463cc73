# Classes below ABC: what they say of themselves; who has a hash; types.MethodType; TypedDict.
import abc
import types
from abc import ABC, abstractmethod
from collections.abc import Hashable
from typing import TypedDict


class Shape(ABC):
    """Something with an area."""

    @abstractmethod
    async def area(self): ...

    @property
    @abstractmethod
    def sides(self): ...


class Square(Shape):
    sides = 4

    async def area(self):
        return 1


class Half(Shape):
    sides = 2


class Point(abc.ABC):
    def __eq__(self, other):
        return True


class Named(Point):
    def __hash__(self):
        return 1


class Again(Named):
    def __eq__(self, other):
        return False


class Options(TypedDict, total=False):
    depth: int


class Slotted(ABC):
    __slots__ = ("a",)


print([above.__name__ for above in Square.__mro__], Shape.__bases__ == (ABC,), isinstance(Square(), ABC), issubclass(int, ABC))
print(sorted(Shape.__abstractmethods__), Square.__abstractmethods__, Half.__abstractmethods__)
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
try:
    Slotted().b = 1
except AttributeError as error:
    print(error)
for cls in (Point, Named, Again):
    print(cls.__name__, isinstance(cls(), Hashable), issubclass(cls, Hashable))
    for ask in (hash, lambda made: len({made})):
        try:
            print(ask(cls()))
        except TypeError as error:
            print(error)
print(isinstance(Square().area, types.MethodType), isinstance(Square.area, types.MethodType))
print(types.MethodType(lambda self, more: (self.sides, more), Square())(5), types.MethodType)
try:
    types.MethodType(5, Square())
except TypeError as error:
    print(error)
print(Options.__total__, Options(depth=1))


class Round(Square):
    pass


@Shape.register
class Foreign:
    pass


class Further(Foreign):
    pass


Half.register(tuple)
print(
    isinstance(Foreign(), Shape),
    issubclass(Foreign, Shape),
    isinstance(Further(), (int, Shape)),
    issubclass(Further, Shape),
)
print(
    isinstance(Foreign(), Half),
    isinstance(Round(), Shape),
    isinstance((), Half),
    Shape in Foreign.__mro__,
    Shape.register(int),
)
