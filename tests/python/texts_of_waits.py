"""What the texts of tasks say that end where they are created, await themselves, sleep for a value, or are followed by jobs."""

import asyncio
import collections.abc
import concurrent.futures
import inspect
import re
import sys


def clean(value):
    return re.sub("/[^ ]*/|0x[0-9a-f]+", "", str(value))


async def gives():
    return "given"


async def fails():
    raise ValueError("failed")


async def awaits_itself():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(clean(error))


async def sleeps():
    task = asyncio.create_task(asyncio.sleep(1, ["a value"]))
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    loop.call_at(loop.time() + 1, lambda: print(clean(task), clean(task._fut_waiter)))
    await task


async def waits_for():
    async def stubborn():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print(clean(asyncio.all_tasks().difference([main]).pop()))
            raise

    main = asyncio.current_task()
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(task, 0)
    except TimeoutError:
        print("too late")


async def jobs():
    loop = asyncio.get_running_loop()
    job = concurrent.futures.Future()
    future = asyncio.wrap_future(job)
    print(clean(future))
    job.set_result("done")
    print(await future)
    asyncio.run_coroutine_threadsafe(gives(), loop)
    loop.call_soon(lambda: print(*(clean(task) for task in asyncio.all_tasks() if task is not me)))
    me = asyncio.current_task()
    await asyncio.sleep(0)
    await asyncio.sleep(0)


async def eager():
    if sys.version_info < (3, 12):
        return
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    for function in gives, fails:
        task = asyncio.create_task(function(), name="early")
        print(task)
        task.exception()
    later = asyncio.create_task(asyncio.sleep(0, "slept"), name="late")
    await later
    print(clean(later))


class Like(collections.abc.Coroutine):
    def send(self, value):
        raise StopIteration("like")

    def throw(self, *arguments):
        raise arguments[0]

    def close(self):
        pass

    def __await__(self):
        return self


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "awaited"


async def steps():
    """Of what is no coroutine of Python's only the class is told."""

    async def generator():
        try:
            yield 0
            yield 1
        finally:
            await asyncio.sleep(1)

    makers = [lambda given: given.asend(None), lambda given: given.athrow(ValueError), lambda given: given.aclose(), anext]
    for maker in makers:
        given = generator()
        await anext(given)
        task = asyncio.create_task(maker(given), name="step")
        print(clean(task), clean(repr(task.get_coro())))
        await asyncio.wait([task], timeout=0.5)
        print(clean(task))
        await asyncio.wait([task])
        print(clean(task))
        await given.aclose()
    task = asyncio.create_task(Like(), name="like")
    print(clean(task))
    print(await task, clean(task))
    task = asyncio.ensure_future(Awaitable())
    print(re.sub(" at .*", "", clean(task)), task.get_coro().__qualname__)
    print(await task)


def states():
    for function in inspect.getgeneratorstate, inspect.getcoroutinestate:
        try:
            function(None)
        except AttributeError as error:
            print(error)


states()
for function in awaits_itself, sleeps, waits_for, jobs, eager, steps:
    print(function.__name__)
    asyncio.run(function())
