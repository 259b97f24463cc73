"""How many passes wait_for takes around a coroutine that does not suspend."""

import asyncio


async def child():
    pass


async def main():
    count = 0
    waiting = True

    def tick():
        nonlocal count
        if waiting:
            count += 1
            loop.call_soon(tick)

    loop = asyncio.get_running_loop()
    loop.call_soon(tick)
    await asyncio.wait_for(child(), 1)
    waiting = False
    print(count)


asyncio.run(main())
