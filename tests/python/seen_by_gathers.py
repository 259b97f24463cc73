"""A gather whose exceptions are results looks at them when all of its children are done, not before."""

import asyncio
import gc


def handler(loop, context):
    print("handler", context["message"], repr(context["exception"]))


async def fail(what, delay=0):
    await asyncio.sleep(delay)
    raise ValueError(what)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    never = asyncio.gather(fail("nobody looks"), loop.create_future(), return_exceptions=True)
    await asyncio.sleep(1)
    never = None
    gc.collect()
    print("collected")
    seen = asyncio.gather(fail("in time"), fail("late", 1), return_exceptions=True)
    print(await seen)
    stopped = asyncio.gather(fail("before the stop"), asyncio.sleep(2), return_exceptions=True)
    await asyncio.sleep(0.5)
    stopped.cancel()
    try:
        await stopped
    except asyncio.CancelledError as error:
        print(repr(error))
    stopped = error = None
    gc.collect()
    print("end")


asyncio.run(main())
