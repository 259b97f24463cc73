"""How many passes of the loop it takes until a trivial child is awaited."""

import asyncio


async def child():
    pass


async def through_task():
    await asyncio.create_task(child())


async def through_gather():
    await asyncio.gather(child())


async def through_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())


async def through_wait():
    await asyncio.wait([asyncio.create_task(child())])


async def through_shield():
    await asyncio.shield(child())


async def through_as_completed():
    for next_done in asyncio.as_completed([child()]):
        await next_done


async def passes(name, coroutine):
    count = 0
    waiting = True

    def tick():
        nonlocal count
        if waiting:
            count += 1
            loop.call_soon(tick)

    loop = asyncio.get_running_loop()
    loop.call_soon(tick)
    await coroutine
    waiting = False
    print(name, count)


async def main():
    await passes("task", through_task())
    await passes("gather", through_gather())
    await passes("group", through_group())
    await passes("wait", through_wait())
    await passes("shield", through_shield())
    await passes("as_completed", through_as_completed())


asyncio.run(main())
