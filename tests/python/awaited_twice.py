# Coroutines awaited a second time: by themselves, from inside of what they await, by another task, when they are over.
import asyncio


async def tried(awaitable):
    try:
        return await awaitable
    except (ValueError, RuntimeError) as e:
        return f"{type(e).__name__}: {e}"


async def itself():
    return await tried(asyncio.current_task().get_coro())


async def inner(outer):
    await asyncio.sleep(0)
    return await tried(outer[0])


async def middle(outer):
    return await inner(outer)


async def slow():
    await asyncio.sleep(1)
    return "slow"


async def by_hand(coroutine):
    try:
        coroutine.send(None)
    except (ValueError, RuntimeError) as e:
        return f"{type(e).__name__}: {e}"


async def main():
    print(await asyncio.create_task(itself()))
    outer = []
    outer.append(middle(outer))
    print(await outer[0])
    print(await tried(outer[0]))
    shared = slow()
    first = asyncio.create_task(shared)
    await asyncio.sleep(0.5)
    print(await tried(shared))
    print(await first, await tried(shared))
    print(await tried(asyncio.current_task().get_coro()), await by_hand(asyncio.current_task().get_coro()))
    nested = []

    async def eager():
        return await tried(nested[0])

    async def creator():
        return await asyncio.create_task(eager())

    nested.append(creator())
    print(await nested[0])


asyncio.run(main())
