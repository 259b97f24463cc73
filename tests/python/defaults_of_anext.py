"""`anext` with a default gives an object of its own, which can be awaited, stepped and run as a task."""

import asyncio


async def one():
    yield 1


async def slow():
    await asyncio.sleep(1)
    yield "slow"


class Nothing:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


async def main():
    items = one()
    first = anext(items, "default")
    print(type(first).__name__, asyncio.iscoroutine(first), await first)
    try:
        await first
    except RuntimeError as error:
        print(error)
    print(await anext(items, "default"), await anext(items, None), await anext(Nothing(), "own"))
    step = anext(one(), 2)
    try:
        step.send(None)
    except StopIteration as end:
        print(end.value)
    print(await asyncio.wait_for(anext(slow(), 3), 5), asyncio.get_running_loop().time())
    try:
        print(await asyncio.wait_for(anext(slow(), 3), 0.5))
    except TimeoutError:
        print("late", asyncio.get_running_loop().time())


async def again():
    step = anext(one(), "default")
    print(await asyncio.ensure_future(step))
    for _ in range(2):
        try:
            print(await step)
        except RuntimeError as error:
            print(error)


asyncio.run(main())
asyncio.run(again())
