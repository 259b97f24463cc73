import asyncio
import re


def hidden(thing):
    return re.sub("0x[0-9a-f]+", "0x", str(thing))


lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
semaphore, queue, full = asyncio.Semaphore(0), asyncio.Queue(), asyncio.Queue(1)
full.put_nowait("first")


async def in_condition():
    async with condition:
        await condition.wait()


def waits():
    return [lock.acquire(), event.wait(), in_condition(), semaphore.acquire(), queue.get(), full.put("more"), full.join()]


async def main():
    loop = asyncio.get_running_loop()
    print([thing._loop is loop for thing in (lock, event, condition, semaphore, queue, full)])
    await lock.acquire() if not lock.locked() else None
    for wait in waits():
        try:
            async with asyncio.timeout(1):
                print(await wait)
        except (TimeoutError, RuntimeError) as error:
            print(type(error).__name__, hidden(error), loop.time())
    print(condition.locked(), [thing._loop is loop for thing in (lock, event, condition, semaphore, queue, full)])


print(lock._loop, queue._loop)
asyncio.run(main())
asyncio.run(main())
event.set()
print(asyncio.run(event.wait()))
print(asyncio.iscoroutinefunction(lock.acquire), asyncio.Event.wait.__qualname__, asyncio.iscoroutinefunction(event.set))
