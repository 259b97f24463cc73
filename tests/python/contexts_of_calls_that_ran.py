# Handles and tasks keep their contexts when they have been run.
import asyncio
import contextvars
import sys

variable = contextvars.ContextVar("variable", default="none")


async def main():
    loop = asyncio.get_running_loop()
    variable.set("outer")
    plain = loop.call_soon(print, "plain")
    later = loop.call_later(1, print, "later")
    given = contextvars.copy_context()
    handle = loop.call_soon(variable.set, "given", context=given)
    await asyncio.sleep(2)
    if sys.version_info >= (3, 12):
        print(plain.get_context()[variable], later.get_context()[variable])
        print(handle.get_context() is given, handle.get_context()[variable], variable.get())
        handle.get_context().run(variable.set, "changed")
        print(given[variable], variable.get())


asyncio.run(main())
