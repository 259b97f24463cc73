"""notify() lets a waiter run only once the lock is released."""

import asyncio


async def waiter(number, condition):
    async with condition:
        await condition.wait()
        print(number)


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(0, condition))
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
        print("notified")
        await asyncio.sleep(1)
        print("releasing")
    await task


asyncio.run(main())
