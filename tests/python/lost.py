"""Exceptions that nobody saw are told to the handler of the loop, where the program lets go of what holds them."""

import asyncio


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")))
async def slow():
    async with asyncio.timeout(0.1):
        await asyncio.sleep(1)
async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fail())
async def fail():
    raise ValueError("x")
async def waits():
    await asyncio.wait_for(asyncio.sleep(1), 0.1)
async def gathers():
    await asyncio.gather(fail(), asyncio.sleep(1))
async def local():
    t = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    raise KeyError("y")
async def selfref():
    me = asyncio.current_task()
    raise KeyError("self")
async def saved():
    try:
        raise KeyError("saved")
    except KeyError as e:
        err = e
    raise err
async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    for f in (slow, group, waits, gathers, local, selfref, saved, fail):
        print(f.__name__)
        asyncio.create_task(f())
        await asyncio.sleep(0.5)
    print("deleting")
    t = asyncio.create_task(fail())
    await asyncio.sleep(0.1)
    print("before")
    del t
    print("after")
    await asyncio.sleep(0.1)
    fut = asyncio.get_running_loop().create_future()
    fut.set_exception(OSError(1))
    print("before")
    fut = None
    print("after")
    await asyncio.sleep(0.1)
    print("done")
asyncio.run(main())


def named(loop, context):
    task = asyncio.current_task()
    print("handler:", context["message"], repr(context.get("exception")), task and task.get_name())


async def at_the_end():
    asyncio.get_running_loop().set_exception_handler(named)
    t = asyncio.create_task(fail())
    await asyncio.sleep(1)
    print("main done")
asyncio.run(at_the_end())


async def seen_by_who_cancels():
    asyncio.get_running_loop().set_exception_handler(named)
    failing = asyncio.create_task(fail())
    future = asyncio.get_running_loop().create_future()
    future.set_exception(OSError(2))
    gathered = asyncio.gather(fail())
    await asyncio.sleep(0.1)
    print(failing.cancel(), future.cancel(), gathered.cancel())
    del failing, future
    print("no word of them")
    del gathered
    print("but of what gather returned")
asyncio.run(seen_by_who_cancels())


async def left_to_a_timer():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(fail())
    asyncio.get_running_loop().call_later(5, task.cancel)


asyncio.run(left_to_a_timer())
print("a closed loop holds no timers")
