"""A cancellation that a task meets in its own step is made there: what its traceback held is let go of in the task itself."""

import asyncio


async def turns():
    lost = asyncio.get_running_loop().create_future()
    lost.set_exception(ValueError("lost"))
    try:
        async with asyncio.timeout(-1):
            await asyncio.sleep(0)
    except TimeoutError:
        print("too late")


async def sleeps():
    lost = asyncio.get_running_loop().create_future()
    lost.set_exception(ValueError("lost"))
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    except TimeoutError:
        print("too late")


async def calls(function):
    await function()
    print(function.__name__, "is over")


def on_error(loop, context):
    task = asyncio.current_task()
    print("told", repr(context["exception"]), task and task.get_name())


async def main():
    asyncio.get_running_loop().set_exception_handler(on_error)
    for function in turns, sleeps:
        await asyncio.create_task(calls(function), name=function.__name__)
        print("--")


asyncio.run(main())
