"""What the texts of tasks say that end where they are created, await themselves, sleep for a value, or are followed by jobs."""

import asyncio
import concurrent.futures
import re
import sys


def clean(value):
    return re.sub("/[^ ]*/asyncio/|0x[0-9a-f]+", "", str(value))


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


for function in awaits_itself, sleeps, waits_for, jobs, eager:
    print(function.__name__)
    asyncio.run(function())
