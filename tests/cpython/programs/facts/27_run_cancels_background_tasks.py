"""asyncio.run cancels what is left when main returns."""

import asyncio


async def background(number):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(f"cancelled {number}")
        raise


tasks = []


async def main():
    for number in range(8):
        tasks.append(asyncio.create_task(background(number)))
    await asyncio.sleep(1)
    print("main done")


asyncio.run(main())
