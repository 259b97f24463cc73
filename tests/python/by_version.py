# A program that looks at the version of Python: what it calls in another version alone is no mistake in this one.
import asyncio
import sys


async def answer():
    return 42


async def main():
    loop = asyncio.get_running_loop()
    if sys.version_info >= (3, 12):
        task = asyncio.Task(answer(), loop=loop, eager_start=True)
        print(task.done(), task.result())
        coroutine = answer()
        try:
            asyncio.Task(coroutine, eager_start=True)
        except AttributeError as error:
            print(error)
        coroutine.close()
    if sys.version_info >= (3, 13):
        queue = asyncio.Queue()
        queue.shutdown()
        async for each in asyncio.as_completed([asyncio.sleep(1, "late")]):
            print(await each)


asyncio.run(main())
