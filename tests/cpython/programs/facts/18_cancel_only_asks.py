"""cancel() asks; the task learns of it when it next runs."""

import asyncio


async def nap():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(nap())
    await asyncio.sleep(1)
    task.cancel()
    print(f"done after cancel: {task.done()}")
    await asyncio.wait([task])
    print(f"cancelled later: {task.cancelled()}")


asyncio.run(main())
