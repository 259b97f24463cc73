"""Named tuples and what only type checkers see, of `typing` as a module."""

import typing
import typing as t


class Point(typing.NamedTuple):
    x: int
    y: int = 2

    def sum(self):
        return self.x + self.y


class Named(t.NamedTuple):
    name: "str"


point = Point(1)
print(point, point.sum(), Point._fields, point._replace(y=5), Named("z"), isinstance(point, tuple), point == (1, 2))
if typing.TYPE_CHECKING:
    from collections.abc import Callable
if not t.TYPE_CHECKING:
    print("it runs")
print(t.TYPE_CHECKING)
