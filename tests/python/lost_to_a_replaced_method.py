"""What nobody saw is told to the method of the loop that stands in place of its own, at the moment when it is let go of."""

import asyncio
from unittest import mock


async def lose(name):
    raise ValueError(name)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler = mock.Mock()
    told = loop.call_exception_handler
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(told.call_count, sorted(told.call_args.args[0]))
    task = asyncio.create_task(lose("task"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(told.call_count, task.done())
    del task
    print(told.call_count, told.call_args.args[0]["message"], repr(told.call_args.args[0]["exception"]))
    future = loop.create_future()
    future.set_exception(KeyError("future"))
    future = None
    print(told.call_count, told.call_args.args[0]["message"], repr(told.call_args.args[0]["exception"]))
    seen = loop.create_future()
    seen.set_exception(KeyError("seen"))
    seen.exception()
    del seen
    print(told.call_count)


asyncio.run(main())
