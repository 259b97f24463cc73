"""All who wait when an event is set wake, in order, even if it is cleared at once."""

import asyncio


async def waiter(number, event):
    await event.wait()
    print(number)


async def main():
    event = asyncio.Event()
    waiters = [asyncio.create_task(waiter(number, event)) for number in range(3)]
    await asyncio.sleep(1)
    event.set()
    event.clear()
    print("set and cleared")
    await asyncio.gather(*waiters)


asyncio.run(main())
