"""An eager task that fails in its first step: its exception holds the frame of `create_task`, which holds the task until the collector comes."""

import asyncio
import concurrent.futures
import sys


def handler(loop, context):
    print("handler:", context["message"])


async def fails():
    raise ValueError("failed")


async def fails_later():
    await asyncio.sleep(0)
    raise ValueError("failed later")


async def fails_inside():
    await fails()


async def keeps(kept):
    try:
        await fails()
    except ValueError as error:
        kept.append(error)


async def lost(function, make):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    if sys.version_info >= (3, 12):
        loop.set_task_factory(asyncio.eager_task_factory)
    make(loop, function())
    print(function.__name__, "made")
    await asyncio.sleep(0)
    await asyncio.sleep(1)
    print("slept")


def created(loop, coroutine):
    asyncio.create_task(coroutine)


def ensured(loop, coroutine):
    asyncio.ensure_future(coroutine)


def gathered(loop, coroutine):
    asyncio.gather(coroutine, return_exceptions=True)


def made(loop, coroutine):
    if sys.version_info >= (3, 12):
        asyncio.Task(coroutine, loop=loop, eager_start=True)
    else:
        coroutine.close()


for make in created, ensured, gathered, made:
    for function in fails, fails_later, fails_inside:
        asyncio.run(lost(function, make))
        print("over")

kept = []
asyncio.run(lost(lambda: keeps(kept), created))
print(kept)
kept.clear()
print("cleared")


def job():
    raise KeyError("job")


async def executor():
    """What a job raises holds nothing of the job."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        loop.run_in_executor(pool, job)
        await asyncio.sleep(1)
        print("the job is over")


asyncio.run(executor())
