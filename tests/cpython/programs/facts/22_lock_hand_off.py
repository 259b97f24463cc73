"""A lock goes to the one who waits, not to the one who releases and asks again."""

import asyncio


async def holder(lock):
    async with lock:
        print("h")
        await asyncio.sleep(1)
    async with lock:
        print("h-again")


async def waiter(lock):
    async with lock:
        print("w")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(holder(lock), waiter(lock))


asyncio.run(main())
