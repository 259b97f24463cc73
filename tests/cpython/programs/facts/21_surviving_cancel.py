"""A task may swallow its cancellation."""

import asyncio


async def survivor():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "survived"


async def main():
    task = asyncio.create_task(survivor())
    await asyncio.sleep(1)
    task.cancel()
    print(await task)
    print(f"cancelled: {task.cancelled()}")


asyncio.run(main())
