"""Two cancels before delivery are one CancelledError."""

import asyncio


async def stubborn():
    caught = 0
    for _ in range(2):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            caught += 1
    print(f"caught {caught}")


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.5)
    task.cancel()
    task.cancel()
    print(f"cancelling: {task.cancelling()}")
    await task


asyncio.run(main())
