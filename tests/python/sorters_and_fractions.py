# What comes before what, names by patterns, exact quotients, and how long something took.
import asyncio
import fnmatch
import fractions
import math
import timeit
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

KITCHEN = {"serve": {"plate"}, "plate": ["soup", "bread"], "soup": ["chop", "boil"], "bread": [], "chop": []}


async def in_order():
    sorter = TopologicalSorter(KITCHEN)
    sorter.add("boil", "chop")
    sorter.prepare()
    running = {}
    while sorter.is_active():
        for step in sorter.get_ready():
            running[asyncio.create_task(asyncio.sleep(len(step), step))] = step
        done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            print(asyncio.get_running_loop().time(), task.result())
            sorter.done(running.pop(task))
    print(bool(sorter), list(TopologicalSorter(KITCHEN).static_order()))


def mistaken():
    for graph in ({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}, {1: [1]}, {1: [2], 2: [3], 3: [2], 4: []}):
        sorter = TopologicalSorter(graph)
        try:
            sorter.prepare()
        except CycleError as error:
            print(error.args, sorter.get_ready())
    sorter = TopologicalSorter({1: [2]})
    for use in (sorter.get_ready, sorter.is_active, lambda: sorter.done(1)):
        try:
            use()
        except ValueError as error:
            print(error)
    sorter.prepare()
    sorter.get_ready()
    sorter.done(2)
    for use in (
        sorter.prepare,
        lambda: sorter.add(3),
        lambda: sorter.done(2),
        lambda: sorter.done(1),
        lambda: sorter.done(9),
    ):
        try:
            use()
        except ValueError as error:
            print(error)


def patterns():
    names = ["orders.created", "orders.paid", "users.created", "x", "[x]", "a-b", "ab\nc"]
    for pattern in (
        "orders.*",
        "*.created",
        "*",
        "?",
        "[xyz]",
        "[!x]",
        "[[]x]",
        "a[-x]b",
        "*d*",
        "orders",
        "a*c",
        "[a-n]*",
        "[x",
    ):
        print(pattern, fnmatch.filter(names, pattern), fnmatch.fnmatchcase("X", pattern))


def quotients():
    third, half = Fraction(1, 3), Fraction("0.5")
    print(
        third,
        repr(half),
        third + half,
        third - half,
        third * half,
        third / half,
        third**2,
        third**-2,
        -third,
        abs(-half),
    )
    print(
        third + 1,
        1 - third,
        2 / third,
        third * 1.5,
        third // half,
        half % third,
        divmod(Fraction(7, 2), 1),
        2 ** Fraction(3),
    )
    print(
        third < half,
        half == 0.5,
        third == Fraction(2, 6),
        half <= 1,
        third > 0.3,
        {half: "half"}[Fraction(2, 4)],
        hash(Fraction(3)) == 3,
    )
    print(
        float(third),
        int(Fraction(-7, 2)),
        round(Fraction(7, 2)),
        round(Fraction(22, 7), 2),
        bool(Fraction()),
        half.numerator,
        half.denominator,
    )
    print(
        Fraction(0.1).limit_denominator(100),
        Fraction(math.pi).limit_denominator(1000),
        Fraction("-3/4"),
        Fraction("1e-2"),
        Fraction(0.25),
    )
    print(
        sum([Fraction(1, n) for n in range(1, 6)]),
        max(third, half),
        sorted([half, third, 0.4]),
        half.as_integer_ratio(),
        f"{third}",
    )
    for arguments in ((1, 0), ("x",), ("1/x",), (1.5, 2), (None,)):
        try:
            print(fractions.Fraction(*arguments))
        except (ValueError, TypeError, ZeroDivisionError) as error:
            print(type(error).__name__, str(error)[:40])
    try:
        third / 0
    except ZeroDivisionError as error:
        print(error)


def formatted():
    for number, spec in (
        (Fraction(1, 3), ".4f"),
        (Fraction(-7, 2), "+.1f"),
        (Fraction(12345, 2), ",.2f"),
        (Fraction(2, 3), "8.1f"),
        (Fraction(1, 8), ".1%"),
        (Fraction(3), ""),
        (Fraction(1, 3), ">6"),
    ):
        try:
            print(spec, format(number, spec))
        except (TypeError, ValueError) as error:
            print(spec, type(error).__name__)


async def timed():
    began = timeit.default_timer()
    await asyncio.sleep(1.5)
    print(timeit.default_timer() - began)


asyncio.run(in_order())
mistaken()
patterns()
quotients()
formatted()
asyncio.run(timed())
