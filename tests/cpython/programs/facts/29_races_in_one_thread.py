"""Read, await, write: one thread, and still a race."""

import asyncio

counter = 0


async def increment():
    global counter
    read = counter
    await asyncio.sleep(0)
    counter = read + 1


async def main():
    await asyncio.gather(*[increment() for _ in range(10)])
    print(counter)


asyncio.run(main())
