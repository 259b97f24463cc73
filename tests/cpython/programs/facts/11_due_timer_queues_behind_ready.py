"""A timer that is due queues behind what is ready already."""

import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, print, "timer")
    loop.call_soon(print, "soon 1")
    time.sleep(1)
    loop.call_soon(print, "soon 2")
    await asyncio.sleep(0)
    print("main")
    await asyncio.sleep(0)


asyncio.run(main())
