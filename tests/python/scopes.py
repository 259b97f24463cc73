"""Imports, scopes and closures."""
import asyncio as aio
from asyncio import *
from math import floor as down, pi

sleep_first = sleep


def outer():
    from time import monotonic as now
    import time

    total = 0

    def add(n):
        nonlocal total

        def deeper():
            nonlocal total
            total += n
            return down(now() + total + time.monotonic())

        return deeper

    add(1)()
    return add(2)(), total


async def shadowed(sleep):
    return sleep + 1


def makers():
    return [lambda: n for n in range(3)], [lambda n=n: n for n in range(3)]


def later():
    return defined_later()


async def main():
    global here
    here = "set"
    await sleep_first(0.5)
    print(outer(), await shadowed(1))
    late, early = makers()
    print([f() for f in late], [f() for f in early], f"{pi:.3f}")
    print(later(), here)
    task = aio.create_task(sleep(1, result="slept"), name="nap")
    print(await task, task.get_name())
    first, (second, *third), *_ = 1, (2, 3, 4), 5, 6
    print(first, second, third, _)
    a = b = [1]
    b += [2]
    print(a is b, a, not a, ~3, -7 // 2, 7 % -3, 2 ** -1)
    print(*[1, 2], *"ab", sep="-")
    print(1 < 2 < 3 != 4)


def defined_later():
    return "later"


try:
    too_early()
except NameError as error:
    print("NameError")


def too_early():
    pass


if __name__ == "__main__":
    run(main())
print(here)
