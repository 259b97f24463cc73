"""What `__await__` and methods of asynchronous generators give, gone through by loops, displays and functions."""

import asyncio


async def turns(count):
    for _ in range(count):
        await asyncio.sleep(0)
    return count


async def numbers():
    yield 1
    yield 2


def delegate():
    return (yield from turns(2).__await__())


def without_task(work):
    steps = 0
    try:
        for _ in work.__await__():
            steps += 1
    except RuntimeError as error:
        print("refused", str(error)[:9])
    print("steps", steps)


async def in_timeout():
    async with asyncio.timeout(1):
        print("never")


async def in_group():
    async with asyncio.TaskGroup():
        print("never")


async def main():
    print(list(delegate()), list(zip(turns(2).__await__(), "abc")), [*turns(1).__await__()], tuple(turns(3).__await__()))
    print(None in turns(1).__await__(), sum(1 for _ in turns(4).__await__()))
    first, second = turns(2).__await__()
    print(first, second)
    coroutine = turns(1)
    try:
        list(coroutine)
    except TypeError as error:
        print(error)
    coroutine.close()
    for item in numbers().asend(None):
        print("never", item)
    future = asyncio.get_running_loop().create_future()
    future.set_result(3)
    for item in future.__await__():
        print("never", item)
    print([item for item in iter(future)])
    for work in (turns(2), in_timeout(), in_group()):
        asyncio.get_running_loop().call_soon(without_task, work)
        await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
