# What is thrown into a coroutine or generator that has not begun passes its frame, which then holds the arguments.
import asyncio

kept = []


async def nap(delay):
    await asyncio.sleep(delay)


async def relay(what):
    return await what


def plain(what):
    yield what


def handler(loop, context):
    print("told:", context["message"], repr(context.get("exception")))


def lost(text):
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError(text))
    return future


async def cancelled():
    task = asyncio.create_task(relay(asyncio.gather(nap(1), nap(2))))
    kept.append(task)
    task.cancel()
    await asyncio.sleep(0)
    print("cancelled")


async def thrown(make, text):
    try:
        make(lost(text)).throw(KeyError(text))
    except KeyError as error:
        print("caught", error)
        await asyncio.sleep(0)
    print("thrown")


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    await cancelled()
    kept.clear()
    print("cleared")
    await thrown(relay, "into a coroutine")
    await thrown(plain, "into a generator")
    await asyncio.sleep(1)


asyncio.run(main())
