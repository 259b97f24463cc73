# Errors of concurrent futures become asyncio's own on their way, and StopIteration becomes none.
import asyncio
import concurrent.futures
import traceback
from asyncio.futures import _copy_future_state

loop = asyncio.new_event_loop()
for kind in (concurrent.futures.InvalidStateError, concurrent.futures.CancelledError, KeyError):
    try:
        raise kind("a", 1)
    except BaseException as error:
        raised = error
    source, copy = loop.create_future(), loop.create_future()
    source.set_exception(raised)
    _copy_future_state(source, copy)
    try:
        copy.result()
    except BaseException as error:
        told = "".join(traceback.format_tb(error.__traceback__))
        print(type(error).__module__, type(error).__name__, error.args, error is raised, told.count("raise kind"))
    source.exception()


class Below(StopIteration):
    pass


for given in (StopIteration(1), Below(2)):
    future = loop.create_future()
    try:
        future.set_exception(given)
        error = future.exception()
        print(type(error).__name__, error, type(error.__cause__).__name__)
    except TypeError as error:
        print(error)


def bad():
    raise concurrent.futures.InvalidStateError("b", 2)


async def main():
    try:
        await asyncio.to_thread(bad)
    except asyncio.InvalidStateError as error:
        told = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
        print(error.args, [name for name in told if name in ("main", "bad")])


loop.close()
asyncio.run(main())
