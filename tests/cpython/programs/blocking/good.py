import asyncio


async def tick():
    for second in range(8):
        print(f"tick {second}")
        await asyncio.sleep(1)


async def sleeper():
    await asyncio.sleep(1.5)
    print("Start")
    await asyncio.sleep(5)
    print("End")


async def main():
    ticks = asyncio.create_task(tick())
    await sleeper()
    await ticks


asyncio.run(main())
