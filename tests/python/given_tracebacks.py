# A future gives its exception with the traceback that it had when it was set, and from the second time on with none.
import asyncio


def depth(error):
    traceback, places = error.__traceback__, 0
    while traceback is not None:
        traceback, places = traceback.tb_next, places + 1
    return places


async def fail():
    raise OSError("burnt")


def ask(future):
    return future.result()


async def depths(name, future, wait):
    for _ in range(3):
        try:
            await future if wait else ask(future)
        except OSError as error:
            print(name, depth(error))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(OSError("never raised"))
    await depths("future", future, True)
    await depths("its result", future, False)
    print("looked at", depth(future.exception()), depth(future.exception()))
    task = asyncio.create_task(fail())
    await depths("task", task, True)
    await depths("its result", task, False)
    try:
        raise OSError("raised before")
    except OSError as error:
        raised = error
    future = loop.create_future()
    future.set_exception(raised)
    await depths("raised before", future, True)
    task = asyncio.create_task(fail())
    try:
        await asyncio.gather(task)
    except OSError as error:
        print("gathered", depth(error))
    await depths("then awaited", task, True)
    later = loop.create_future()
    loop.call_later(1, later.set_exception, OSError("later"))
    await depths("woken", later, True)


asyncio.run(main())
