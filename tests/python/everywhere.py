"""What ordinary programs ask of values and runners now and then."""

import asyncio
import contextlib
import functools
import sys


class Watch:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        print(kind and kind.__name__, repr(error), trace is not None, error is not None and trace is error.__traceback__)
        return True

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        return self.__exit__(kind, error, trace)


def tracebacks():
    error = ValueError(1)
    print(error.__traceback__)
    with Watch():
        pass
    with Watch():
        raise error
    print(type(error.__traceback__).__name__, bool(error.__traceback__))
    kept = error.__traceback__
    error.__traceback__ = None
    print(error.__traceback__)
    print(error.with_traceback(kept) is error, error.__traceback__ is not None)
    with contextlib.ExitStack() as stack:
        stack.push(Watch())
        raise KeyError("k")
    try:
        error.with_traceback(3)
    except TypeError as wrong:
        print(wrong)


def dicts():
    print(dict(a=1), dict([("b", 2)], c=3), dict({"x": 1}, y=2), dict(zip("pq", range(2)), r=2))
    print(dict(sep=",", key=None, iterable=()))


async def nothing():
    pass


async def numbers():
    yield 1


class Thing:
    def method(self, number):
        return number


def types():
    coroutine = nothing()
    values = [types, nothing, coroutine, numbers(), (x for x in "a"), Thing().method, len, [].append, {}.keys(), {}.values(), {}.items()]
    print([type(value).__name__ for value in values + [NotImplemented, lambda: 0]])
    print(type(types), type(types) is type(dicts), type(coroutine) is type(types))
    coroutine.close()
    try:
        Thing().method + 1
    except TypeError as error:
        print(error)


async def jobs():
    loop = asyncio.get_running_loop()
    async with Watch():
        raise OSError(3)
    print(await loop.run_in_executor(None, functools.partial(pow, 2), 5))
    print(await loop.run_in_executor(None, functools.partial(functools.partial(Thing().method), 7)))


async def name():
    await asyncio.sleep(0)
    return asyncio.current_task().get_name()


async def eager():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    return [await name(), await asyncio.create_task(name()), await asyncio.create_task(name(), name="own")]


def runners():
    with asyncio.Runner() as runner:
        print(runner.run(eager()))
        print(runner.run(name()))
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(eager()), loop.run_until_complete(name()))
    loop.close()


def handler(loop, context):
    try:
        asyncio.get_running_loop()
        where = "in the loop"
    except RuntimeError as error:
        where = str(error)
    print(context["message"], repr(context.get("exception")), where)


async def stubborn():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("out of the cancellation")


async def leaves_one():
    asyncio.get_running_loop().set_exception_handler(handler)
    leaves_one.task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)


tracebacks()
dicts()
types()
asyncio.run(jobs())
if sys.version_info >= (3, 12):
    runners()
asyncio.run(leaves_one())
