"""What a loop runs while an exception is on its way out of `run` has that for its context, callbacks that are no functions among them."""

import asyncio


def handler(loop, context):
    error = context["exception"]
    print(loop.time(), context["message"].partition(" at ")[0], repr(error), repr(error.__context__))


async def works():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.sleep(9)
    finally:
        future = loop.create_future()
        future.set_result(1)
        loop.call_soon(future.set_result, 2)
        loop.call_later(1, future.set_exception, ValueError())
        loop.call_soon(lambda: future.set_result(3))
        loop.call_soon(loop.create_future().result)
        await asyncio.sleep(2)


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.create_task(works())
    await asyncio.sleep(1)
    raise LookupError


try:
    asyncio.run(main())
except LookupError as e:
    print(repr(e))
