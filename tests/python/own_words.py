"""What exceptions say whose class says only what they look like, and coroutine functions inside of partial ones."""

import asyncio
import functools
import inspect
import sys
import traceback


class Tagged(Exception):
    def __repr__(self):
        return f"<tagged {self.args}>"


async def plain(number):
    return number


async def several():
    yield 1


print(str(Tagged("one")), f"{Tagged('two')}", "%s" % Tagged("three"), repr(Tagged("four")), str(Tagged(1, 2)))
print(traceback.format_exception_only(Tagged("five")))
partial = functools.partial(functools.partial(plain, 1))
print(asyncio.iscoroutinefunction(partial), inspect.iscoroutinefunction(partial))
print(inspect.isasyncgenfunction(functools.partial(several)), asyncio.iscoroutinefunction(functools.partial(print)))


async def main():
    try:
        asyncio.gather([plain(1)])
    except TypeError as error:
        print(error)
    loop = asyncio.get_running_loop()
    print(asyncio.iscoroutinefunction(loop.shutdown_asyncgens))
    awaited = plain(2)
    method = awaited.__await__
    try:
        next(method())
    except StopIteration as stop:
        print(stop.value)
    loop.set_debug(True)

    def elsewhere():
        try:
            loop.call_soon(print, "never")
        except RuntimeError as error:
            return str(error)

    print(await loop.run_in_executor(None, elsewhere))


asyncio.run(main())
sys.exit(0)
