"""What raises in a thread: whoever waits for it holds nothing of it, and what its frames held is let go of with it."""

import asyncio


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")))


async def fails():
    raise LookupError("lost")


def burn(dish):
    raise ValueError(dish)


async def work(how):
    lost = asyncio.create_task(fails())
    await asyncio.sleep(0)
    try:
        await how("soup")
    except ValueError as error:
        print("work:", repr(error), lost.done())


async def in_thread(dish):
    await asyncio.to_thread(burn, dish)


async def in_executor(dish):
    await asyncio.get_running_loop().run_in_executor(None, burn, dish)


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    for how in (in_thread, in_executor):
        await work(how)
        print("behind the work")
        await asyncio.sleep(0)
        print("a turn later")
        await asyncio.create_task(work(how))
        print("behind the task")
        await asyncio.sleep(1)


asyncio.run(main())


async def tell():
    async def mixed():
        return {2: "two", "k": None, 1.5: [1], None: 0}

    async def sizes():
        return {2.5: 1, 1: 2, 0.5: 3, False: 4}

    for dish in (mixed(), sizes()):
        task = asyncio.create_task(dish)
        await task
        print(repr(task).partition("result=")[2])


asyncio.run(tell())
