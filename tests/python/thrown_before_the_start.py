"""What ends iterators, thrown into what has not begun: before 3.12 an error there as anywhere, since then it passes."""

import asyncio
import inspect
import sys
import traceback


async def orders():
    yield 1


def dishes():
    yield "soup"


async def cook():
    await asyncio.sleep(0)


def told(error):
    print(repr(error), repr(error.__cause__))


async def main():
    for has_begun in (False, True):
        asynchronous, plain = orders(), dishes()
        if has_begun:
            await anext(asynchronous), next(plain)
        try:
            await asynchronous.athrow(StopAsyncIteration("closed"))
        except (StopAsyncIteration, RuntimeError) as error:
            told(error)
        try:
            plain.throw(StopIteration("sold out"))
        except (StopIteration, RuntimeError) as error:
            told(error)
    coroutine = cook()
    try:
        coroutine.throw(StopIteration("sold out"))
    except (StopIteration, RuntimeError) as error:
        told(error)
    asynchronous = orders()
    step = asynchronous.__anext__()
    if sys.version_info >= (3, 12):
        print(inspect.getasyncgenstate(asynchronous))
    print(hasattr(step, "__name__"), asynchronous.ag_running)
    step.close()
    task = asyncio.create_task(orders().__anext__())
    print(type(task.get_coro()).__name__, hasattr(task.get_coro(), "__name__"), await task)
    try:
        await asynchronous.athrow(ValueError("burnt"))
    except ValueError as error:
        told(error)
    print([order async for order in asynchronous])

    told_frames(await outcome(orders().athrow(ValueError("cold"))))
    for unbegun in (dishes(), cook(), wrapped()):
        try:
            unbegun.throw(ValueError("cold"))
        except ValueError as error:
            told_frames(error)
    task = asyncio.create_task(wrapped())
    task.cancel()
    told_frames(await outcome(task))


async def outcome(awaitable):
    try:
        return await awaitable
    except BaseException as error:
        return error


def told_frames(error):
    frames = traceback.extract_tb(error.__traceback__)
    print(type(error).__name__, [(frame.name, frame.lineno, frame.line) for frame in frames])


def passed_on(function):
    return function


@passed_on
async def wrapped():
    await cook()


asyncio.run(main())
