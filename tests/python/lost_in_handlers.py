"""A handler that loses another exception each time it is called comes to an end as a recursion does."""

import asyncio

calls = 0


def handler(loop, context):
    global calls
    calls += 1
    future = loop.create_future()
    future.set_exception(ValueError("again"))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    future = loop.create_future()
    future.set_exception(ValueError("first"))
    del future
    await asyncio.sleep(0)
    print(calls > 20, "and the loop goes on")


asyncio.run(main())
