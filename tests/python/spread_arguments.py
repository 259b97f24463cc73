"""What stands behind `*` and `**` in calls: its order, and what it may not be."""

import functools


def served(dish, *, minutes=1):
    return dish, minutes


class Cook:
    def __init__(self, name, **rest):
        self.name = name

    def cook(self, dish):
        return dish


def told(value):
    print("argument", value)
    return value


def dishes():
    for dish in ("soup", "rice"):
        print("gives", dish)
        yield dish


def both(*dishes, **rest):
    return dishes, rest


cook = Cook("Ana")
CALLS = [
    lambda: served("soup", minutes=1, **{"minutes": 2}),
    lambda: served("soup", **{"minutes": 1}, **{"minutes": 2}),
    lambda: served("soup", **{"minutes": 1}, minutes=told(2)),
    lambda: served(**{"dish": "soup"}, minutes=told(3)),
    lambda: served(dish="soup", **{"dish": "rice"}),
    lambda: served(minutes=2, **{"minutes": 3}),
    lambda: served("soup", **5),
    lambda: served("soup", **None),
    lambda: served(*5),
    lambda: served(*None),
    lambda: served("soup", *5),
    lambda: served(*5, "soup"),
    lambda: served(*["soup"], *5),
    lambda: served(*5, **6),
    lambda: served(*5, minutes=told("minutes")),
    lambda: served(**{1: 2}),
    lambda: Cook(*5),
    lambda: Cook("Ben", **[]),
    lambda: Cook("Ben", name="x", **{"name": 1}),
    lambda: cook.cook(*5),
    lambda: cook.cook(dish=1, **{"dish": 2}),
    lambda: (lambda dish: dish)(*5),
    lambda: len(*5),
    lambda: max(*None),
    lambda: dict(a=1, **{"a": 2}),
    lambda: "".join(*5),
    lambda: [].append(**5),
    lambda: functools.partial(*5),
    lambda: int(*5),
    lambda: list(*5),
    lambda: ValueError(*5),
    lambda: [*5],
    lambda: (*5,),
    lambda: {**5},
    lambda: both(*dishes(), first=told(1), **told({"second": 2})),
    lambda: both(told(0), *dishes(), first=told(1)),
    lambda: both(*told([1]), *told((2, 3)), **{"a": 1}, b=2, **{"c": 3}),
]

for call in CALLS:
    try:
        print(call())
    except TypeError as error:
        print(error)
