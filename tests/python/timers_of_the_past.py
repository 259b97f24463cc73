"""Deadlines before the beginning of the run are told as they were given, and compared so."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    first = loop.call_later(-1, print, "first")
    second = loop.call_later(-0.25, print, "second")
    third = loop.call_at(-7, print, "third")
    fourth = loop.call_later(0, print, "fourth")
    print(first.when(), second.when(), third.when(), fourth.when())
    print(first < second, second <= fourth, third > first, second >= first, first == second)
    third.cancel()
    print(third.when(), third.cancelled())
    await asyncio.sleep(1)
    print(loop.call_later(-0.5, print, "later").when())
    await asyncio.sleep(0)


asyncio.run(main())
