import asyncio
import time


async def tick():
    for second in range(8):
        print(f"tick {second}")
        await asyncio.sleep(1)


async def blocker():
    await asyncio.sleep(1.5)
    print("Start")
    time.sleep(5)
    print("End")


async def main():
    ticks = asyncio.create_task(tick())
    await blocker()
    await ticks


asyncio.run(main())
