# Sets of what has the same hash in every run are gone through in the order of CPython's table; keys that only the script can compare
# with plain ones; views of dicts as operands.
import asyncio
import random
from collections import namedtuple
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple


@dataclass(frozen=True)
class Place:
    x: int
    y: int


@dataclass(frozen=True)
class Order:
    number: int
    note: str = field(compare=False, default="plain")


Pair = namedtuple("Pair", "left right")


class Nested(NamedTuple):
    number: int
    pair: tuple


class Dish(IntEnum):
    SOUP = 1
    CAKE = 20
    TEA = 9


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __hash__(self):
        return hash(self.amount)

    def __eq__(self, other):
        return self.amount == (other.amount if isinstance(other, Money) else other)

    def __repr__(self):
        return f"Money({self.amount})"


class Debt(Money):
    def __hash__(self):
        return -self.amount


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __hash__(self):
        return hash(self.parts) % 100

    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts

    def __repr__(self):
        return f"Vector{self.parts}"


KINDS = {
    "numbers": lambda n: n,
    "dataclasses": lambda n: Place(n, n * 3 % 7),
    "fields left out": Order,
    "named tuples": lambda n: Pair(n, -n),
    "nested": lambda n: Nested(n, (n, Place(n, 1))),
    "own": Money,
    "many alike": lambda n: Vector(n, n % 3),
    "fractions": lambda n: Fraction(n, 7),
    "decimals": lambda n: Decimal(n) / 4,
    "spans": lambda n: timedelta(seconds=n * 1000),
    "frozen sets": lambda n: frozenset({n, n + 1}),
    "own in tuples": lambda n: (Money(n), n),
}


async def orders():
    draws = random.Random(4)
    for name, make in KINDS.items():
        some = [make(draws.randrange(60)) for _ in range(11)]
        others = [make(draws.randrange(60)) for _ in range(8)]
        left, right = set(some), set(others)
        print(name, left, right)
        print(left | right, left & right, right & left, left - right, left ^ right)
        print(left.union(others), left.intersection(others), left.difference(others), left.symmetric_difference(others))
        changed = left.copy()
        changed.update(others)
        changed.discard(some[0])
        changed.discard(some[1])
        changed.add(some[0])
        print(changed)
        changed -= right
        print(changed)
        changed ^= left
        changed |= right
        print(changed, changed.pop(), changed)
        numbers = {make(n): n for n in range(9)}
        print(numbers.keys() & left, numbers.keys() - right, numbers.keys() | right, numbers.keys() ^ left)
        print(left | numbers.keys(), left - numbers.keys(), left ^ numbers.keys(), numbers.keys() | others)
        print(numbers.items() ^ dict.fromkeys(left, 0).items(), {make(n) for n in range(5)})
        await asyncio.sleep(0)
    print(
        {Dish.TEA, Dish.SOUP, Dish.CAKE},
        {Dish.SOUP, 20, 9, 2},
        Dish.SOUP in {1},
        {3, None, 1, 17},
        {(9, None), (2, None), 1},
    )


async def equals():
    prices = {5: "five", "a": "text", Money(7): "seven"}
    print(Money(5) in {5}, 5 in {Money(5)}, prices[Money(5)], prices.get(7), prices.get("a"), prices.get(Money(8)))
    prices[7] = "new"
    prices[Money(5)] = "newer"
    print(prices, {Money(1), 1, 1.0, Money(2)}, {2, 3} & {Money(2)}, {Money(2)} <= {2, 3}, {2: 0} == {Money(2): 0})
    print(prices.pop(7), prices, {1: 1} | {Money(1): 2}, {Money(1): 2} | {1: 1})
    print(
        hash(Debt(1)),
        {Debt(1)} == {Debt(1)},
        Debt(1) in {Debt(1): 0},
        Debt(2) in {Debt(1)},
        len({Debt(1), Debt(1), Debt(2)}),
    )
    await asyncio.sleep(0)


# Once a hash is asked for that differs from run to run, what a class gives may be made of it.
async def not_steady():
    class Named:
        def __init__(self, name):
            self.name = name

        def __hash__(self):
            return hash(self.name)

        def __eq__(self, other):
            return self.name == (other.name if isinstance(other, Named) else other)

        def __repr__(self):
            return self.name

    before = {Money(30), Money(1), Money(17)}
    print({Named("tea"), Named("soup"), Named("cake")}, Named("tea") in {"tea"}, "soup" in {Named("soup"): 1})
    before.discard(Money(1))
    print(before, {Money(30), Money(1), Money(17)}, {30, 1, 17})


async def main():
    await orders()
    await equals()
    await not_steady()


asyncio.run(main())
