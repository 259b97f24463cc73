"""Gathers that are awaited where they are made: trees, children that end in one pass, and what comes between."""

import asyncio

room = asyncio.Semaphore(2)


async def leaf(number):
    return number


async def late(number, delay):
    await asyncio.sleep(delay)
    return number


async def bad(number):
    await asyncio.sleep(0)
    raise ValueError(number)


async def guest(number):
    async with room:
        await asyncio.sleep(1)
    return number


async def node(depth):
    if depth == 0:
        return 1
    results = await asyncio.gather(node(depth - 1), node(depth - 1), node(depth - 1))
    return sum(results) + 1


async def failing():
    # One raises in the pass in which the others end.
    try:
        return await asyncio.gather(late(1, 0), bad(2), late(3, 0), leaf(4))
    except ValueError as error:
        return "raised", error.args


async def mixed(task):
    # Not all of them are coroutines that nothing has run.
    twice = leaf(7)
    return await asyncio.gather(leaf(5), task, late(6, 0), twice, task, return_exceptions=True)


async def cancelled():
    gathered = asyncio.gather(leaf(1), late(2, 5), leaf(3))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("cancels", gathered.cancel())
    try:
        await gathered
    except asyncio.CancelledError:
        return "cancelled", gathered.done()


async def cancelled_on_the_spot():
    task = asyncio.current_task()
    asyncio.get_running_loop().call_later(1, task.cancel, "enough")
    try:
        await asyncio.gather(leaf(1), late(2, 0.5), late(3, 5))
    except asyncio.CancelledError as error:
        return "cancelled", error.args, task.cancelling()


async def watched():
    # Somebody looks in the pass in which children end.
    async def look():
        await asyncio.sleep(0)
        return len(asyncio.all_tasks())

    return await asyncio.gather(leaf(1), look(), leaf(2), late(3, 0), look())


async def main():
    print("tree", await node(4))
    print("empty", await asyncio.gather())
    print("starred", await asyncio.gather(*[guest(number) for number in range(5)]))
    print("failing", await failing())
    print("exceptions", repr(await asyncio.gather(leaf(1), bad(2), late(3, 0), return_exceptions=True)))
    print("mixed", await mixed(asyncio.create_task(late(8, 2))))
    print(await cancelled())
    print(await asyncio.gather(cancelled_on_the_spot(), cancelled_on_the_spot()))
    print("watched", await watched())
    print("rounds", [await asyncio.gather(leaf(number), guest(number)) for number in range(3)])
    # Two gathers end in one pass, and the main task goes on behind both.
    one, two = asyncio.create_task(node(2)), asyncio.create_task(failing())
    print("two", await asyncio.gather(one, two, node(2)))


asyncio.run(main())
