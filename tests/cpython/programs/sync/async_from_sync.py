import asyncio


async def async_work():
    print("Running async")
    await asyncio.sleep(1)
    print("Async work done")


def main():
    print("Starting sync")
    asyncio.run(async_work())
    print("Sync continues")


main()
