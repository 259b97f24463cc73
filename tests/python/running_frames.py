"""The frames that run: `sys._getframe`, `inspect.currentframe` and `stack`, `traceback.extract_stack`; what callers are called."""

import asyncio
import functools
import inspect
import sys
import traceback
import types

OF_LOOPS = ("_run", "_worker", "<module>", "_bootstrap_inner")


def names(frame):
    found = []
    while frame is not None and frame.f_code.co_name not in OF_LOOPS:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def who():
    return sys._getframe(1).f_code.co_name


def logged(text):
    caller = inspect.stack()[1]
    print(f"[{caller.function}:{caller.lineno}] {text}", caller.code_context, caller.index)
    frame, file, line, function, *rest = caller
    print(frame.f_lineno == line, file == frame.f_code.co_filename, function, len(rest), len(caller))


def traced(function):
    @functools.wraps(function)
    async def wrapper(*args):
        caller = inspect.currentframe().f_back.f_code.co_name
        print(function.__name__, "is called by", "the loop" if caller == "_run" else caller)
        return await function(*args)

    return wrapper


class Kitchen:
    @property
    def here(self):
        return names(sys._getframe())[:2]

    async def cook(self):
        logged("cooks")
        await asyncio.sleep(0)
        logged("cooked")
        return who(), self.here


@traced
async def inner():
    print(names(sys._getframe()))
    await asyncio.sleep(0.01)
    print(names(inspect.currentframe()))
    return await Kitchen().cook()


def generator():
    yield names(sys._getframe())
    yield [name for name in names(sys._getframe())]


async def async_generator():
    yield names(sys._getframe())


async def here():
    return names(sys._getframe())


async def in_callbacks(task):
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("soon", names(sys._getframe())))
    task.add_done_callback(lambda task: print("done", names(sys._getframe())))
    await asyncio.sleep(0)


async def summaries():
    line = sys._getframe().f_lineno
    print(sys._getframe(0).f_lineno - line, type(sys._getframe()).__name__)
    print(isinstance(sys._getframe(), types.FrameType), isinstance(who.__code__, types.CodeType))
    try:
        sys._getframe(1000)
    except ValueError as error:
        print(error)
    summary = traceback.extract_stack()
    print(summary[-1].name, summary[-1].line, summary[-1].lineno - line)
    print([each.name for each in traceback.extract_stack(limit=2)])
    print(traceback.format_stack(limit=1)[0].split(", ")[2])
    print([frame.f_code.co_name for frame, _ in traceback.walk_stack(sys._getframe())][:2])
    info = inspect.getframeinfo(inspect.currentframe())
    print(info.function, info.code_context, info.index, info.lineno - line)
    print(inspect.isframe(inspect.currentframe()), inspect.iscode(who.__code__), inspect.isframe(3))


def stack_of(task, limit=None):
    found = [frame.f_code.co_name for frame in task.get_stack(limit=limit)]
    return found[found.index("_run") + 1 if "_run" in found else 0 :]


async def looks_at(task):
    print(stack_of(task), stack_of(task, 1), stack_of(asyncio.current_task(), 1))


async def outer():
    await looks_at(asyncio.current_task())
    await asyncio.sleep(0.01)


async def stacks():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    print(stack_of(task))
    await looks_at(task)
    await task
    print(stack_of(task))


async def main():
    print(await inner())
    task = asyncio.create_task(inner())
    await task
    await in_callbacks(task)
    for found in generator():
        print(found)
    async for found in async_generator():
        print(found)
    await summaries()
    await stacks()
    print((await asyncio.to_thread(lambda: names(sys._getframe())))[0])
    print(await asyncio.gather(here(), here()))


print(names(sys._getframe()), who())
asyncio.run(main())
