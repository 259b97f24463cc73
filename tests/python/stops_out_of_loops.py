"""The frames of what a coroutine makes of a StopIteration that leaves it, out of each thing that runs a loop."""

import asyncio
import traceback


def frames(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


async def stops():
    raise StopIteration(4)


async def fails():
    raise ValueError(4)


async def awaits():
    await stops()


for function in stops, fails, awaits:
    try:
        asyncio.run(function())
    except (RuntimeError, ValueError) as e:
        print(repr(e), repr(e.__cause__), frames(e))
with asyncio.Runner() as runner:
    try:
        runner.run(stops())
    except RuntimeError as e:
        print(repr(e), frames(e))
    try:
        runner.get_loop().run_until_complete(stops())
    except RuntimeError as e:
        print(repr(e), frames(e))
    try:
        runner.get_loop().run_until_complete(awaits())
    except RuntimeError as e:
        print(repr(e), frames(e))
