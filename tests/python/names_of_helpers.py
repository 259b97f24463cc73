# The eager factory of a loop names the loop's own helpers as well.
import asyncio
import sys


async def ticks():
    try:
        yield 1
    finally:
        print("closed in", asyncio.current_task().get_name())
        raise KeyError("closing")


def handler(loop, context):
    names.append((repr(context.get("exception")), asyncio.current_task().get_name()))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    if sys.version_info >= (3, 12):
        loop.set_task_factory(asyncio.eager_task_factory)
    print(await anext(kept[0]))


kept, names = [ticks()], []
asyncio.run(main())
print(names)
