"""Executors of the program's own, under a loop: what they submit is theirs, what the loop makes of it is asyncio's."""

import asyncio
import threading
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed, wait


class Inline(Executor):
    def __init__(self):
        self.calls = []
        self.is_down = False

    def submit(self, fn, /, *args, **kwargs):
        if self.is_down:
            raise RuntimeError("down")
        future = Future()
        self.calls.append(fn.__name__)
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self.is_down = True
        print("shutdown", wait, cancel_futures)


class OneThreadEach:
    """Has nothing of the base."""

    def submit(self, fn, *args):
        future = Future()

        def run():
            if not future.set_running_or_notify_cancel():
                print("was cancelled")
                return
            try:
                future.set_result(fn(*args))
            except ValueError as error:
                future.set_exception(error)

        threading.Thread(target=run, name=f"for-{args[0]}").start()
        return future


class Late(Executor):
    def submit(self, fn, *args):
        future = Future()
        self.last = future
        asyncio.get_running_loop().call_later(0.5, lambda: future.cancelled() or future.set_result(fn(*args)))
        return future


class Misfit:
    def submit(self, fn, *args):
        return fn(*args)


def nap(seconds):
    time.sleep(seconds)
    return seconds, threading.current_thread().name


def told(error):
    return f"{type(error).__name__}: {str(error).split('<')[0]}"


async def main():
    loop = asyncio.get_running_loop()
    with Inline() as inline:
        print(await loop.run_in_executor(inline, pow, 2, 5), inline.calls)
        try:
            await loop.run_in_executor(inline, int, "x")
        except ValueError as error:
            print(told(error))
        print(list(inline.map(max, [1, 5], [3, 4])), isinstance(inline, Executor))
        done = [inline.submit(abs, -number) for number in range(3)]
        print([job.result() for job in as_completed(done)] != [], len(wait(done).done))
    try:
        loop.run_in_executor(inline, print)
    except RuntimeError as error:
        print(told(error))
    each = OneThreadEach()
    print(await asyncio.gather(*[loop.run_in_executor(each, nap, number) for number in (0.3, 0.1)]), loop.time())
    try:
        await asyncio.wait_for(loop.run_in_executor(each, nap, 2), 1)
    except TimeoutError as error:
        print(told(error), loop.time())
    late = Late()
    print(await loop.run_in_executor(late, str, 7), loop.time())
    waiting = loop.run_in_executor(late, str, 8)
    waiting.cancel()
    await asyncio.sleep(0)
    print(waiting.cancelled(), late.last.cancelled())
    for executor in (Misfit(), object(), 5, Executor()):
        try:
            await loop.run_in_executor(executor, len, "ab")
        except (AttributeError, AssertionError, NotImplementedError) as error:
            print(told(error))
    try:
        loop.set_default_executor(inline)
    except TypeError as error:
        print(error)
    pool = ThreadPoolExecutor(1)
    print(isinstance(pool, Executor), issubclass(Late, Executor), issubclass(ThreadPoolExecutor, Executor), isinstance(each, Executor))
    with Executor() as base:
        print(base.shutdown(), base.shutdown(False, cancel_futures=True))
    pool.shutdown()


asyncio.run(main())
