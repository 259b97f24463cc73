"""Queue.put with room and get with items do not suspend."""

import asyncio


async def producer(queue):
    for item in range(4):
        await queue.put(item)
        print(f"put{item}")


async def consumer(queue):
    for _ in range(4):
        print(f"got{await queue.get()}")


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
