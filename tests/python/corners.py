# Corners of asyncio that tests look into: whom a handler is told of, which texts hold an address, what is kept of an exception.

import asyncio
import concurrent.futures
import contextvars
import gc
import logging
import re
import time
import traceback

variable = contextvars.ContextVar("variable", default="unset")


class Told(logging.Handler):
    def emit(self, record):
        message = record.getMessage()
        print("log:", record.levelname, re.sub(r" (at \S*|\S*\(.*)>", " …>", message.splitlines()[0]))


logger = logging.getLogger("asyncio")
logger.addHandler(Told())
logger.propagate = False


def names(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


class Dish:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    __hash__ = object.__hash__


async def contexts(loop):
    got = []

    def handler(loop, context):
        got.append((variable.get(), context["message"].split(" ")[0], type(context.get("exception")).__name__))
        variable.set("the handler's")

    async def fail(value):
        variable.set(value)
        raise LookupError(value)

    loop.set_exception_handler(handler)
    variable.set("main's")
    task = asyncio.create_task(fail("task's"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    task = asyncio.create_task(asyncio.sleep(1))
    loop.call_exception_handler({"message": "by hand", "task": task})
    loop.call_exception_handler({"message": "by hand", "future": loop.create_future()})
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    task.cancel()
    print(got, variable.get())
    loop.set_exception_handler(None)


async def pending(loop):
    async def wait(future):
        await future

    for is_told in (False, True):
        task = asyncio.create_task(wait(loop.create_future()), name=f"told: {is_told}")
        await asyncio.sleep(0)
        task._log_destroy_pending = is_told
        print(task._log_destroy_pending)
        del task
        gc.collect()
    task = asyncio.create_task(asyncio.sleep(0))
    task._log_destroy_pending = False
    await task
    print(task._log_destroy_pending in (True, False))


async def exceptions(loop):
    future = loop.create_future()
    try:
        future.set_exception(StopIteration(1))
        error = future.exception()
        print(repr(error.__cause__), error.__cause__ is error.__context__, error.__suppress_context__)
    except TypeError as error:
        print(error)
        future.cancel()
    source = concurrent.futures.Future()
    future = asyncio.wrap_future(source)
    source.set_running_or_notify_cancel()
    source.set_exception(TimeoutError("late"))
    try:
        await future
    except TimeoutError as error:
        print(repr(error), error is source.exception())
    for wait in (lambda: asyncio.wait([loop.create_future()], timeout="soon"), lambda: asyncio.wait([5])):
        try:
            await wait()
        except (TypeError, AttributeError) as error:
            print(error, names(error)[:3])
    for delay in ("x", None, []):
        try:
            await asyncio.sleep(delay, "result")
        except TypeError as error:
            print(error, names(error))


async def texts(loop):
    queue, dish = asyncio.Queue(), Dish("soup")
    print(hex(id(queue)) in repr(queue), f"{id(queue):#x}" in str(queue), "%x" % id(dish) in repr(dish), hex(255))
    print(repr(queue) == f"<Queue at {id(queue):#x} maxsize=0>", id(queue) == id(queue))
    dishes = {dish, Dish("soup")}
    print(len(dishes), dish in dishes, dish == Dish("soup"), hash(dish) == object.__hash__(dish))


class Labelled(asyncio.Task):
    def __init__(self, label, coro):
        super().__init__(coro, name=f"<{label}>")
        self.label = label


async def main():
    loop = asyncio.get_running_loop()
    await contexts(loop)
    await pending(loop)
    await exceptions(loop)
    await texts(loop)
    task = Labelled("first", asyncio.sleep(0.1, "slept"))
    print(await task, task.label, task.get_name())
    loop.set_debug(True)
    loop.slow_callback_duration = 0.05
    loop.call_at(loop.time(), time.sleep, 0.0625)
    await asyncio.sleep(0.25)
    loop.set_debug(False)


asyncio.run(main())
