"""`as_completed` as it is used by hand: a generator until 3.12, an iterator from then on. And what two variables let go of at once."""

import asyncio
import inspect
import traceback


async def job(d, x):
    await asyncio.sleep(d)
    if x < 0:
        raise ValueError(x)
    return x


async def main():
    g = asyncio.as_completed([job(0.02, 1), job(0.01, 2)])
    print(type(g).__name__, inspect.isgenerator(g), hasattr(g, "__aiter__"))
    for c in g:
        print(c.__qualname__, c.__name__, await c)
    print(next(g, "none"))
    g = asyncio.as_completed([job(0.02, 1), job(0.03, -2), job(0.01, 3)], timeout=0.025)
    for c in g:
        try:
            print(await c)
        except Exception as e:
            print(repr(e), [f.name for f in traceback.extract_tb(e.__traceback__)])
    try:
        g = asyncio.as_completed(5)
        next(g)
    except TypeError as e:
        print(e, [f.name for f in traceback.extract_tb(e.__traceback__)])
    c = job(1, 1)
    try:
        g = asyncio.as_completed(c)
        next(g)
    except TypeError as e:
        print(e, [f.name for f in traceback.extract_tb(e.__traceback__)])
    c.close()
    try:
        g = asyncio.as_completed([3])
        next(g)
    except TypeError as e:
        print(e, [f.name for f in traceback.extract_tb(e.__traceback__) if "comp>" not in f.name])
    g = asyncio.as_completed([])
    try:
        next(g)
    except StopIteration as e:
        print(repr(e))
    if hasattr(g, "__anext__"):
        try:
            await g.__anext__()
        except StopAsyncIteration as e:
            print(repr(e), [f.name for f in traceback.extract_tb(e.__traceback__)])
        async for t in asyncio.as_completed([job(0.01, 1), job(0.02, -4)]):
            try:
                print(type(t).__name__, await t)
            except ValueError as e:
                print(repr(e), [f.name for f in traceback.extract_tb(e.__traceback__)])


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")))


async def lost(pause, number):
    try:
        await asyncio.sleep(pause)
    finally:
        print("fails", number)
        raise ValueError(number)


def pair(tasks):
    last = tasks[-1]
    yield last


async def in_which_order():
    asyncio.get_running_loop().set_exception_handler(handler)
    tasks = [asyncio.create_task(lost(0, number)) for number in (4, 5)]
    await asyncio.wait(tasks)
    generator = pair(tasks)
    next(generator)
    del tasks
    print("goes")
    del generator
    print("is gone")


asyncio.run(main())
asyncio.run(in_which_order())
