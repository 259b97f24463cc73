"""Methods of single objects that a program has replaced."""

import asyncio


async def main():
    queue = asyncio.Queue(1)
    semaphore = asyncio.Semaphore(1)
    await queue.put("first")

    async def mine(*arguments):
        print("mine", arguments)
        return 7

    queue.get = mine
    print(await queue.get(), queue.qsize())
    queue.put = mine
    print(await queue.put(3), queue.qsize())
    semaphore.acquire = mine
    print(await semaphore.acquire(), semaphore.locked())
    other = asyncio.Queue(1)
    await other.put(1)
    print(await other.get(), other.qsize())


asyncio.run(main())
