"""A manager made of a generator gives an error back without its own frame, which is let go of where the block ends."""

import asyncio
import contextlib


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('closed', asyncio.current_task().get_name())


@contextlib.asynccontextmanager
async def scope():
    walker = numbers()
    await anext(walker)
    try:
        yield
    finally:
        print('left')


async def plain():
    walker = numbers()
    await anext(walker)
    await asyncio.sleep(5)


async def inner():
    async with scope():
        await asyncio.sleep(5)


async def guard(work):
    try:
        await work
    except asyncio.CancelledError:
        print('cancelled')
        raise


async def main():
    for work in plain, inner:
        print(work.__name__)
        task = asyncio.create_task(guard(work()))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        print('waited')
        await asyncio.sleep(1)
        print('later')
        try:
            await task
        except asyncio.CancelledError:
            print('seen')
        await asyncio.sleep(1)
        del task
        await asyncio.sleep(1)


asyncio.run(main())
