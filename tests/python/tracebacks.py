"""What tracebacks hold: the frames that an exception passed, those of their callers once they are over, asyncio's own among them."""

import asyncio


async def ticker(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


async def doubled(source):
    async for item in source:
        yield item * 2


async def fail(error, delay=0):
    await asyncio.sleep(delay)
    raise error


def on_problem(loop, context):
    print("problem", context["message"], repr(context["exception"]), loop.is_running())


async def turns(count=3):
    for turn in range(count):
        await asyncio.sleep(0)
        print("turn", turn)


async def cancelled_inside():
    ticks = ticker("held by what was thrown in")
    print(await anext(ticks))
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("over")


async def cancelled_in_wait_for():
    ticks = ticker("held by a frame behind the library's")
    print(await anext(ticks))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.1)
    except TimeoutError:
        print("over")


async def inner_of_what_raised():
    ticks = doubled(ticker("a variable of what raised"))
    print(await anext(ticks))
    try:
        await ticks.athrow(ZeroDivisionError("thrown"))
    except ZeroDivisionError as error:
        print(repr(error))
    print("forgotten")
    await turns()


async def keep(kept):
    ticks = ticker("kept by an error")
    print(await anext(ticks))
    try:
        await fail(ValueError("kept"))
    except ValueError as error:
        kept.append(error)
    return len(kept)


async def kept_error():
    kept = []
    print(await keep(kept))
    await turns(2)
    kept.clear()
    kept = None
    await turns(2)


async def caught_by_its_caller(kept):
    ticks = ticker("of the caller of who caught")
    print(await anext(ticks))
    return await keep(kept)


async def kept_by_the_caller():
    kept = []
    print(await caught_by_its_caller(kept))
    await turns(1)
    del kept
    await turns(3)


async def group_in_a_circle():
    ticks = ticker("of a function that a group failed in")
    print(await anext(ticks))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(KeyError("in the group")))
    except* KeyError as errors:
        print(repr(errors))


async def lost_through(wait):
    waiting = asyncio.create_task(wait(fail(KeyError(wait.__name__), 0.1)))
    await asyncio.sleep(0.2)
    print("let go")
    del waiting
    print("of", wait.__name__)


async def wait_for(coroutine):
    return await asyncio.wait_for(coroutine, 1)


async def in_timeout(coroutine):
    async with asyncio.timeout(1):
        return await coroutine


async def plainly(coroutine):
    return await coroutine


async def main():
    asyncio.get_running_loop().set_exception_handler(on_problem)
    for part in (cancelled_inside, cancelled_in_wait_for):
        await part()
        await turns()
    await inner_of_what_raised()
    await kept_error()
    await kept_by_the_caller()
    await group_in_a_circle()
    await turns()
    for wait in (wait_for, in_timeout, plainly):
        await lost_through(wait)
    print("end")


asyncio.run(main())
