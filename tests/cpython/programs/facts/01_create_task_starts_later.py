"""create_task queues the first step: the creator goes on until it truly suspends."""

import asyncio


async def a():
    print("a.start")


async def inner():
    print("inner")


async def main():
    task = asyncio.create_task(a())
    print("main-after-create")
    await inner()
    print("main-after-await-coro")
    await task


asyncio.run(main())
