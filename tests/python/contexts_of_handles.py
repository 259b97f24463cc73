"""The contexts that handles run in."""

import asyncio
import contextvars
import sys

variable = contextvars.ContextVar("variable", default="none")


async def main():
    loop = asyncio.get_running_loop()
    variable.set("outer")
    plain = loop.call_soon(print, "plain")
    given = contextvars.copy_context()
    given.run(variable.set, "given")
    handle = loop.call_later(0.01, lambda: print(variable.get()), context=given)
    variable.set("later")
    if sys.version_info >= (3, 12):
        print(plain.get_context()[variable], handle.get_context() is given, handle.get_context()[variable])
        handle.get_context().run(variable.set, "changed")
    else:
        print(hasattr(plain, "get_context"))
    await asyncio.sleep(0.02)


asyncio.run(main())
