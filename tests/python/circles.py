"""What a task holds that its own error holds is not freed with the last reference to the task."""

import asyncio
import contextvars


async def fetch(error):
    raise error


def on_problem(loop, context):
    print("problem", context["message"], repr(context["exception"]), loop.is_running())


async def group_of_errors():
    async with asyncio.TaskGroup() as group:
        lost = asyncio.create_task(fetch(KeyError("in a circle")))
        group.create_task(fetch(ValueError("of the group")))
        await asyncio.sleep(1)


async def cancelled_group():
    async with asyncio.TaskGroup() as group:
        lost = asyncio.create_task(fetch(KeyError("in a cancelled circle")))
        group.create_task(asyncio.sleep(1))


async def plain():
    lost = asyncio.create_task(fetch(KeyError("let go of")))
    await asyncio.sleep(0.1)
    raise ValueError("plain")


async def ticker(count):
    try:
        for number in range(count):
            await asyncio.sleep(0.1)
            yield number
    finally:
        print("closed")


async def with_a_context():
    context = contextvars.copy_context()
    ticks = ticker(3)
    print(await anext(ticks), len(context) >= 0)


async def main():
    asyncio.get_running_loop().set_exception_handler(on_problem)
    for function in (group_of_errors, cancelled_group, plain):
        task = asyncio.create_task(function())
        await asyncio.sleep(0.2)
        task.cancel()
        await asyncio.wait([task])
        print(function.__name__, task.cancelled() or repr(task.exception()))
        del task
        await asyncio.sleep(0.1)
    await with_a_context()
    await asyncio.sleep(0.1)
    asyncio.get_running_loop().set_exception_handler(None)


asyncio.run(main())
