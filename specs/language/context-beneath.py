# /// kitchen-sim
# description = "What handles an exception further out is its context: below the loop, below an eager task; not for what is thrown in"
#
# [expect]
# raises = "KeyError"
# prints = [
#   "raised below a handler: ValueError('burnt')",
#   "raised after a throw: None",
#   "closed down: CancelledError, KeyError('no more')",
#   "given to a future: None",
#   "out of a gather: KeyError('no more')",
#   "out of a thread: None",
# ]
# ///
import asyncio


async def fail(words):
    try:
        raise IndexError(1)
    except IndexError as error:
        print(f"{words}: {error.__context__!r}")


async def interrupted():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
    await fail("raised after a throw")


async def cook():
    try:
        raise ValueError("burnt")
    except ValueError:
        await interrupted()


async def waits_on(future):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
    try:
        await future
    except asyncio.CancelledError as error:
        print(f"given to a future: {error.__context__!r}")


async def burn():
    try:
        await asyncio.sleep(1)
    finally:
        raise IndexError(1)


async def gathers():
    try:
        await asyncio.gather(burn())
    except IndexError as error:
        print(f"out of a gather: {error.__context__!r}")


def fail_in_thread():
    raise IndexError(1)


async def uses_a_thread():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
    try:
        await asyncio.to_thread(fail_in_thread)
    except IndexError as error:
        print(f"out of a thread: {error.__context__!r}")


async def last(future):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(f"closed down: {type(error).__name__}, {error.__context__!r}")
    future.set_exception(asyncio.CancelledError())


async def main():
    task = asyncio.create_task(cook())
    future = asyncio.get_running_loop().create_future()
    asyncio.create_task(waits_on(future))
    asyncio.create_task(last(future))
    asyncio.create_task(gathers())
    asyncio.create_task(uses_a_thread())
    try:
        raise ValueError("burnt")
    except ValueError:
        await fail("raised below a handler")
    await asyncio.sleep(0)
    task.cancel()
    await task
    raise KeyError("no more")


asyncio.run(main())
