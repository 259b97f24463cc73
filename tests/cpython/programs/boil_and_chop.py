import asyncio


async def boil():
    print("Start boiling")
    await asyncio.sleep(2)
    print("Done boiling")
    return "pasta"


async def chop():
    print("Start chopping")
    await asyncio.sleep(1)
    print("Done chopping")
    return "vegetables"


async def main():
    results = await asyncio.gather(boil(), chop())
    print(results)


asyncio.run(main())
