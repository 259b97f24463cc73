"""Handles that the program makes, and calls of handles that it makes itself."""

import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default="outside")


def note(*args):
    print("called", args, variable.get())


def fails():
    raise KeyError("fails")


loop = asyncio.new_event_loop()
loop.set_exception_handler(
    lambda loop, context: print("told", context["message"].split(" at ")[0], repr(context["exception"]))
)
handle = asyncio.Handle(note, (1, 2), loop)
handle._run()
handle._run()
print(handle.cancelled())
asyncio.Handle(fails, (), loop)._run()
inside = contextvars.copy_context()
inside.run(variable.set, "inside")
asyncio.Handle(note, (), loop, inside)._run()
asyncio.TimerHandle(5, note, ("timer",), loop)._run()


async def main():
    loop = asyncio.get_running_loop()
    scheduled = loop.call_later(1, note, "later")
    scheduled._run()
    soon = loop.call_soon(note, "soon")
    soon._run()
    print(asyncio.current_task().get_name(), scheduled.cancelled(), variable.get())
    await asyncio.sleep(0)
    scheduled.cancel()
    asyncio.Handle(fails, (), loop)._run()
    await asyncio.sleep(2)


loop.run_until_complete(main())
loop.close()
