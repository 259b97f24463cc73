import asyncio

from kitchen_sim import work


async def chop():
    await asyncio.sleep(1)
    print("A chops")
    work(3)
    print("A has chopped")
    await asyncio.sleep(0)
    print("A goes on")


async def timer():
    await asyncio.sleep(2)
    print("B's timer rang")


async def main():
    await asyncio.gather(chop(), timer())


asyncio.run(main())
