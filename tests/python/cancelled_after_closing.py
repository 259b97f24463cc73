"""Tasks that were left to a loop that is closed are cancelled while the next one runs."""
import asyncio

kept = []


async def nap(seconds):
    try:
        await asyncio.sleep(seconds)
    finally:
        print("over", seconds)


async def waits(future):
    await future


async def late():
    try:
        await asyncio.sleep(9)
    finally:
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        kept.append(asyncio.create_task(nap(5), name="sleeps"))
        kept.append(asyncio.create_task(waits(future), name="future"))
        kept.append(asyncio.create_task(waits(kept[0]), name="task"))
        kept.append(asyncio.create_task(waits(asyncio.gather(loop.create_future())), name="gather"))
        kept.append(asyncio.create_task(nap(0), name="turn"))
        kept.append(future)
        await asyncio.sleep(0)
        kept.append(asyncio.create_task(nap(5), name="fresh"))


async def main():
    asyncio.create_task(late())
    await asyncio.sleep(1)


def cancel(future):
    try:
        print(future.cancel(), future.cancelled())
    except RuntimeError as error:
        print(repr(error), future.done(), isinstance(future, asyncio.Task) and future.cancelling())


async def again():
    for future in reversed(kept):
        cancel(future)
    await asyncio.sleep(1)
    for future in kept:
        cancel(future)


asyncio.run(main())
asyncio.run(again())
