"""What a script puts in the place of the methods by which a loop tells of errors."""

import asyncio


def spin(loop):
    loop.call_later(0.01, loop.stop)
    loop.run_forever()


async def lose():
    raise ValueError("lost")


def fail():
    raise ZeroDivisionError("failed")


told = []
loop = asyncio.new_event_loop()
original = loop.call_exception_handler
loop.call_exception_handler = lambda context: told.append((context["message"][:21], repr(context["exception"])))
loop.call_soon(fail)
spin(loop)
task = loop.create_task(lose())
spin(loop)
del task
future = loop.create_future()
future.set_exception(KeyError("never seen"))
del future
print(told)
told.clear()
loop.call_exception_handler = original
loop.default_exception_handler = lambda context: told.append(sorted(context))
loop.call_soon(fail)
spin(loop)
print(told)
told.clear()


def broken(loop, context):
    raise LookupError("in the handler")


loop.set_exception_handler(broken)
loop.call_soon(fail)
spin(loop)
print(told)
loop.close()
