"""A task cancelled before its first step runs none of its lines."""

import asyncio


async def careful():
    try:
        print("body")
        await asyncio.sleep(1)
    finally:
        print("finally")


async def main():
    task = asyncio.create_task(careful())
    task.cancel()
    await asyncio.wait([task])
    print(f"cancelled: {task.cancelled()}")


asyncio.run(main())
