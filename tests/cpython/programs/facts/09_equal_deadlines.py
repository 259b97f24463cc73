"""Timers with exactly equal deadlines."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 1
    for number in range(8):
        loop.call_at(deadline, print, number)
    await asyncio.sleep(2)


asyncio.run(main())
