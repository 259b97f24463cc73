# Managers that are made of generators give an exception back with the traceback that it came with: it does not hold their frames.
import asyncio
import contextlib


async def ticks(name):
    try:
        yield name
    finally:
        print(name, "is closed")


@contextlib.contextmanager
def plain():
    yield


@contextlib.asynccontextmanager
async def waiting():
    try:
        yield
    finally:
        await asyncio.sleep(1)


@contextlib.contextmanager
def other():
    try:
        yield
    except KeyError as error:
        raise ValueError("instead") from error


def fail():
    raise KeyError(1)


async def in_plain():
    generator = ticks("in a plain one")
    print(await anext(generator))
    try:
        with plain():
            fail()
    except KeyError:
        pass


async def in_waiting():
    generator = ticks("in one that waits")
    print(await anext(generator))
    try:
        async with waiting():
            fail()
    except KeyError:
        pass


async def in_a_stack():
    generator = ticks("in a stack")
    print(await anext(generator))
    try:
        async with contextlib.AsyncExitStack() as stack:
            await stack.enter_async_context(waiting())
            stack.enter_context(plain())
            fail()
    except KeyError:
        pass


async def in_other():
    generator = ticks("in one that raises another")
    print(await anext(generator))
    try:
        with other():
            fail()
    except ValueError:
        pass


async def main():
    for function in in_plain, in_waiting, in_a_stack, in_other:
        await function()
        await asyncio.sleep(1)
        print("--")


asyncio.run(main())
