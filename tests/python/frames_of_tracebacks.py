"""Where exceptions passed, frame by frame; code of functions; stacks of tasks in a file; what runs of an asynchronous generator."""

import asyncio
import io
import traceback
import weakref


def level3():
    raise ValueError("deep")


def level2():
    level3()


async def level1():
    await asyncio.sleep(0)
    level2()


def parameters(a, b=1, /, c=2, *args, d, **keywords):
    e = a
    return e


async def asynchronous():
    yield


def generator():
    yield


async def slow():
    await asyncio.sleep(1)
    yield "slow"


async def wait(awaitable):
    return await awaitable


def stack_of(task):
    file = io.StringIO()
    task.print_stack(file=file)
    return file.getvalue().splitlines()


async def main():
    try:
        await level1()
    except ValueError as error:
        trace, names = error.__traceback__, []
        while trace is not None:
            names.append((trace.tb_frame.f_code.co_name, trace.tb_lineno))
            trace = trace.tb_next
        print(names)
        print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(error.__traceback__)])
        print([(each.name, each.lineno, each.line, len(each), each[2]) for each in traceback.extract_tb(error.__traceback__)])
        filename, lineno, name, line = traceback.extract_tb(error.__traceback__)[-1]
        print(filename.rsplit("/")[-1], lineno, name, line)
        text = "".join(traceback.format_tb(error.__traceback__))
        print(text.count("await level1"), len(traceback.format_tb(error.__traceback__)), "level3()" in text)
        print(traceback.format_exception(error)[0].strip(), traceback.format_exc().splitlines()[-1])
    code = parameters.__code__
    print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_nlocals)
    print(code.co_firstlineno, code == parameters.__code__, code.co_filename.endswith("frames_of_tracebacks.py"))
    print([each.__code__.co_flags for each in (parameters, level1, asynchronous, generator, lambda: 0)])
    task = asyncio.create_task(level1())
    print(stack_of(task)[0].split(" coro=")[0], len(stack_of(task)))
    await asyncio.wait([task])
    print(stack_of(task)[0].split("exception=")[1], stack_of(task)[-1])
    task = asyncio.create_task(wait(asyncio.sleep(0)))
    await task
    print(stack_of(task)[0][:12])
    steps = slow()
    task = asyncio.create_task(wait(steps.asend(None)))
    await asyncio.sleep(0.5)
    print(steps.ag_running)
    await task
    print(steps.ag_running)
    handle = asyncio.get_running_loop().call_later(1, print)
    print(weakref.ref(handle)() is handle)
    handle.cancel()
    print([each.__name__ for each in ExceptionGroup.__mro__], [each.__name__ for each in ExceptionGroup.__bases__])


asyncio.run(main())
