"""gather starts in argument order, gives results in argument order and runs a coroutine passed twice once."""

import asyncio


async def work(name, seconds):
    print(f"start {name}")
    await asyncio.sleep(seconds)
    print(f"end {name}")
    return name


async def main():
    twice = work("a", 3)
    print(await asyncio.gather(twice, work("b", 1), work("c", 2), twice))
    print("3 distinct")


asyncio.run(main())
