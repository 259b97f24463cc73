# /// kitchen-sim
# description = "`async for` gives nobody a turn unless the generator itself suspends"
#
# [expect]
# prints = ["x0", "x1", "x2", "other"]
# ///
import asyncio


async def numbers():
    for number in range(3):
        yield number


async def other():
    print("other")


async def main():
    task = asyncio.create_task(other())
    async for number in numbers():
        print(f"x{number}")
    await task


asyncio.run(main())
