# Coroutines that are given to a task although they have begun, and a task that waits for itself.
import asyncio


async def cook(minutes):
    await asyncio.sleep(minutes)
    return minutes


async def wait_for(future):
    return await future


async def main():
    over = cook(0)
    await over
    task = asyncio.create_task(over)
    try:
        await task
    except RuntimeError as error:
        print(error)
    print(await asyncio.gather(task, over, return_exceptions=True))

    begun = cook(0)
    print(begun.send(None))
    print(await asyncio.create_task(begun))

    future = asyncio.get_running_loop().create_future()
    waiting = wait_for(future)
    print(waiting.send(None) is future)
    try:
        await asyncio.create_task(waiting)
    except RuntimeError as error:
        print(error)


async def wait_for_oneself():
    async def gather():
        try:
            await asyncio.gather(asyncio.current_task())
        except BaseException as error:
            print(type(error).__name__)

    task = asyncio.create_task(gather())
    await asyncio.sleep(1)
    print(task.done())
    task.cancel()


asyncio.run(main())
try:
    asyncio.run(wait_for_oneself())
except RecursionError:
    print("too deep")
