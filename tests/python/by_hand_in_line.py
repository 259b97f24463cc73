"""Coroutines driven by hand that wait at a queue, a semaphore, a lock and an event."""

import asyncio


async def main():
    queue = asyncio.Queue(1)
    semaphore = asyncio.Semaphore(1)
    lock = asyncio.Lock()
    event = asyncio.Event()

    async def get():
        return await queue.get()

    async def put():
        return await queue.put("second")

    async def enter(what):
        async with what:
            await asyncio.sleep(0)
            return "inside"

    async def wait():
        return await event.wait()

    def drive(coroutine, wake):
        future = coroutine.send(None)
        print(type(future).__name__, future.done())
        wake()
        print(future.done())
        for _ in range(2):
            try:
                print(coroutine.send(None))
            except StopIteration as stop:
                print("returned", stop.value)
                return

    drive(get(), lambda: queue.put_nowait("first"))
    queue.put_nowait("full")
    drive(put(), lambda: queue.get_nowait())
    print(queue.qsize())
    await semaphore.acquire()
    drive(enter(semaphore), semaphore.release)
    print(semaphore.locked())
    await lock.acquire()
    drive(enter(lock), lock.release)
    print(lock.locked())
    drive(wait(), event.set)


asyncio.run(main())
