"""`await create_task(f())` twice takes twice as long."""

import asyncio


async def nap():
    await asyncio.sleep(0.02)


async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await asyncio.create_task(nap())
    await asyncio.create_task(nap())
    print(f"one by one: {loop.time() - begin:.2f}")
    begin = loop.time()
    first, second = asyncio.create_task(nap()), asyncio.create_task(nap())
    await first
    await second
    print(f"together: {loop.time() - begin:.2f}")


asyncio.run(main())
