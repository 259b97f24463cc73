# A callback raises, and the handler runs, before 3.12 in the context of whoever runs the loop; what is lost meanwhile is told of.
import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default="default")


def handler(loop, context):
    print("handler:", context["message"].split(" ")[0], repr(context.get("exception")), variable.get())
    variable.set("handler's")
    if isinstance(context.get("exception"), KeyError):
        future = loop.create_future()
        future.set_exception(ValueError("lost in the handler"))


def fail():
    print("fails with", variable.get())
    variable.set("callback's")
    raise KeyError(variable.get())


async def lost(text):
    variable.set(text)
    raise LookupError(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    variable.set("main's")
    for k in range(3):
        asyncio.create_task(lost(f"lost {k}"))
        loop.call_soon(fail)
        await asyncio.sleep(0.25)
        print("main has", variable.get())


contexts = contextvars.copy_context()
asyncio.run(main())
contexts.run(print, "outside:", variable.get())
