"""A timer of zero joins one pass later than call_soon."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "call_later0")
    loop.call_soon(print, "call_soon")
    await asyncio.sleep(0)
    print("main")
    await asyncio.sleep(0.1)


asyncio.run(main())
