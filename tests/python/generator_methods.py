import asyncio
import collections
import contextlib
import traceback
import types


def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = f"caught {error}"


async def aecho():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = f"caught {error}"


@contextlib.asynccontextmanager
async def no_generator():
    return 1


@contextlib.asynccontextmanager
def no_coroutine():
    return 1


async def main():
    generator = echo()
    send, throw = generator.send, generator.throw
    print(send(None), send("a"), throw(ValueError("b")), hasattr(generator, "asend"), hasattr(generator, "close"))
    print(list(map(send, "xy")), throw(*[ValueError("c")]))
    getattr(generator, "close")()
    generator = aecho()
    asend = generator.asend
    print(await asend(None), await asend(1), await generator.athrow(ValueError, "d"), hasattr(generator, "__anext__"))
    await getattr(generator, "aclose")()
    for maker in (no_generator, no_coroutine):
        try:
            async with maker():
                print("inside")
        except TypeError as error:
            print(error)
    print(collections.deque, contextlib.ExitStack, asyncio.Queue, type(collections.Counter()).__module__)


asyncio.run(main())


def layers(depth):
    if depth:
        yield from layers(depth - 1)
    yield "inner"


def handling():
    try:
        yield from layers(1)
    except ValueError as error:
        tell_frames(error)
        raise


def of_a_list():
    yield from [1, 2]


@types.coroutine
def pause():
    yield from layers_of_sleep()


def layers_of_sleep():
    yield from asyncio.sleep(1).__await__()


def tell_frames(error):
    frames = traceback.extract_tb(error.__traceback__)
    print(repr(error), [(frame.name, frame.lineno) for frame in frames if frame.line and "asyncio" not in frame.filename])


for generator in (layers(2), handling(), of_a_list()):
    next(generator)
    try:
        generator.throw(ValueError("thrown"))
    except ValueError as error:
        tell_frames(error)


async def cancelled():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        tell_frames(error)


async def outer():
    await pause()


asyncio.run(cancelled())
