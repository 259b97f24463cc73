import asyncio
import time


def sync_work():
    print("Doing sync work")
    time.sleep(0.5)


async def main():
    print("Starting async")
    sync_work()
    print("Async continues after sync work")


asyncio.run(main())
