"""What is freed at one place: in order, each with what it delegates to, before the next is begun."""

import asyncio


def steps(n):
    try:
        yield n
    finally:
        print("over", n)


def relay(n):
    try:
        yield from steps(n)
    finally:
        print("relay over", n)


def left():
    first = relay(1)
    second = relay(2)
    next(second)
    next(first)


async def raising(n):
    first, second = relay(n), relay(n + 1)
    print(next(first) + next(second))
    await asyncio.sleep(n)


async def late(n):
    """A child that fails after its gather is let go of when it has told the gather so."""
    await raising(n - 5)
    generator = relay(n)
    next(generator)
    raise ValueError(n)


async def failing():
    await asyncio.sleep(0)
    raise KeyError("at once")


async def gathered():
    await asyncio.gather(asyncio.gather(raising(8)), asyncio.sleep(1))


async def main():
    left()
    await asyncio.create_task(raising(3))
    try:
        await asyncio.gather(late(6), failing())
    except KeyError as error:
        print(repr(error))
    await asyncio.sleep(5)
    try:
        async with asyncio.timeout(0.5):
            await asyncio.gather(gathered(), asyncio.sleep(1))
    except TimeoutError:
        print("timeout")
    await asyncio.sleep(0.25)
    print("end")


asyncio.run(main())
