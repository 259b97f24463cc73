import asyncio
import collections
import contextlib


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
