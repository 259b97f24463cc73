"""A lock that is free is taken without a turn for anyone."""

import asyncio


async def worker(name, lock):
    for turn in range(3):
        async with lock:
            print(f"{name}{turn}")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(worker("A", lock), worker("B", lock))


asyncio.run(main())
