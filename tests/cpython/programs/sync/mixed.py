import asyncio
import time


def sync_work():
    print("Doing sync work")
    time.sleep(0.5)


async def async_work():
    print("Running async")
    await asyncio.sleep(1)
    print("Async work done")


async def starting_async():
    print("Starting async")
    helper = asyncio.create_task(async_work())
    await asyncio.sleep(0)
    sync_work()
    print("Async continues after sync work")
    await helper


def main():
    print("Starting sync")
    asyncio.run(async_work())
    asyncio.run(starting_async())
    print("Sync continues")


main()
