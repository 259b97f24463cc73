"""Executors of a program's own: what has `submit`, and classes below the pools of concurrent.futures."""

import asyncio
import concurrent.futures.process
import concurrent.futures.thread
import contextvars
import threading
import time
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, _base

var = contextvars.ContextVar("var", default="nothing")


def work(seconds, result=None):
    time.sleep(seconds)
    return result


def fail(seconds):
    time.sleep(seconds)
    raise ValueError(seconds)


class Inline(Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Loud(ThreadPoolExecutor):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.count = 0

    def submit(self, fn, /, *args, **kwargs):
        self.count += 1
        print("submit", self.count, args, kwargs)
        return super().submit(fn, *args, **kwargs)

    def shutdown(self, wait=True, *, cancel_futures=False):
        print("shutdown", wait, cancel_futures)
        super().shutdown(wait, cancel_futures=cancel_futures)


class Duck:
    def __init__(self, answer):
        self.answer = answer

    def submit(self, fn, *args):
        print("duck", args)
        return self.answer


class Counted(ProcessPoolExecutor):
    def submit(self, fn, /, *args, **kwargs):
        print("process", args)
        return super().submit(fn, *args, **kwargs)


async def whatever_has_submit(loop):
    print(await loop.run_in_executor(Inline(), work, 1, "inline"), loop.time())
    try:
        await loop.run_in_executor(Inline(), fail, 0.5)
    except ValueError as error:
        print(repr(error), loop.time())
    done = Future()
    loop.call_later(1, done.set_result, "late")
    print(await loop.run_in_executor(Duck(done), work, 1), loop.time())
    own = loop.create_future()
    print(loop.run_in_executor(Duck(own), work) is own)
    for wrong in (Duck(3), 3, Executor()):
        try:
            await loop.run_in_executor(wrong, work, 1)
        except (AssertionError, AttributeError, NotImplementedError) as error:
            print(repr(error))


async def pools(loop):
    with Loud(2, thread_name_prefix="cook") as loud:
        print(isinstance(loud, Executor), isinstance(loud, ThreadPoolExecutor), loud._max_workers, loud._broken)
        jobs = [loop.run_in_executor(loud, work, n, n) for n in (2, 1, 1)]
        print(await asyncio.gather(*jobs), loop.time(), len(loud._threads), loud._thread_name_prefix)
        print(loud.submit(threading.current_thread).result().name)
    print(loud._shutdown)
    try:
        await loop.run_in_executor(loud, work, 1)
    except RuntimeError as error:
        print(error)
    with Counted(1) as counted:
        print(await loop.run_in_executor(counted, work, 1, "far"), isinstance(counted, Executor))
    try:
        loud.nothing
    except AttributeError as error:
        print(error)


async def in_order():
    with Inline() as inline, Loud(1) as loud:
        print(list(inline.map(lambda a, b: a + b, [1, 2], [3, 4])))
        print(list(loud.map(work, [1, 0.5], "ab")))
        results = loud.map(fail, [0.25, 0.5])
        try:
            print(list(results))
        except ValueError as error:
            print(repr(error))
        try:
            print(list(loud.map(work, [1, 2, 3], timeout=1.5)))
        except TimeoutError:
            print("too late")


async def by_default(loop):
    loop.set_default_executor(Loud(1, "default"))
    for wrong in (Inline(), Duck(None), ProcessPoolExecutor, None):
        try:
            loop.set_default_executor(wrong)
        except TypeError as error:
            print(error)
    print(await loop.run_in_executor(None, work, 1, "by default"))
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(work, 1)
    except RuntimeError as error:
        print(error)


async def main():
    loop = asyncio.get_running_loop()
    await whatever_has_submit(loop)
    await pools(loop)
    await in_order()
    await by_default(loop)
    print(loop.time())


async def in_context():
    class Quiet(ThreadPoolExecutor):
        def shutdown(self, wait=True, *, cancel_futures=False):
            print("quiet", wait)
            super().shutdown(wait)

    asyncio.get_running_loop().set_default_executor(Quiet(1))
    var.set("of the task")
    print(await asyncio.to_thread(var.get))
    print(await asyncio.to_thread(work, seconds=1, result=2))


def without_a_loop():
    with Loud(1) as loud:
        jobs = [loud.submit(work, 1, n) for n in range(2)]
        print([job.result() for job in concurrent.futures.as_completed(jobs)])
    idle = ThreadPoolExecutor(3)
    print(idle._max_workers, idle._threads, idle._shutdown)
    idle.shutdown()
    print(idle._shutdown, ThreadPoolExecutor.__mro__[1] is Executor, Loud.__bases__)
    print(_base.CancelledError.__mro__, issubclass(concurrent.futures.InvalidStateError, _base.Error))
    print(concurrent.futures.thread.BrokenThreadPool, concurrent.futures.process.BrokenProcessPool.__mro__[1])


asyncio.run(main())
asyncio.run(in_context())
without_a_loop()
