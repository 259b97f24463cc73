"""Cancellation passes through try, and may be held up there."""
import asyncio


async def tidy(name, seconds):
    try:
        print(name, "starts")
        await asyncio.sleep(seconds)
        print(name, "never")
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        await asyncio.sleep(1)
        raise
    finally:
        print(name, "tidies")
        await asyncio.sleep(0.5)
        print(name, "tidy")


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("no")
    return "survived"


async def fails():
    await asyncio.sleep(0.25)
    raise ValueError("soup")


async def outer():
    try:
        await fails()
    except ValueError as error:
        print("inline", error)
        raise RuntimeError("wrapped") from error


async def main():
    task = asyncio.create_task(tidy("a", 10))
    await asyncio.sleep(1)
    print(task.cancel("enough"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", error.args, task.cancelled())

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())

    never = asyncio.create_task(tidy("b", 1))
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print("b never began")

    task = asyncio.create_task(outer())
    try:
        await task
    except RuntimeError as error:
        print(repr(error), repr(error.__cause__))
    try:
        await asyncio.gather(fails(), asyncio.sleep(1, "slept"))
    except ValueError as error:
        print("gathered", error)
    print(await asyncio.gather(fails(), asyncio.sleep(1, "slept"), return_exceptions=True))

    task = asyncio.create_task(fails())
    await asyncio.sleep(1)
    print(repr(task.exception()))
    for _ in range(2):
        try:
            task.result()
        except Exception as error:
            print("result", error)
    left = asyncio.create_task(tidy("left", 60))
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
