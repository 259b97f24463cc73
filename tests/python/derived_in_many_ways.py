"""Classes below futures of both kinds and tasks, and what is told of them in which order; texts of rare objects."""

import asyncio
import re
from concurrent import futures

log = []


class Logged(asyncio.Task):
    def __init__(self, coro, **more):
        super().__init__(coro, **more)
        log.append(("made", self.get_name()))

    def add_done_callback(self, fn, *, context=None):
        log.append(("asked", self.get_name()))
        super().add_done_callback(fn, context=context)


class Attempt(futures.Future):
    def __init__(self, number):
        super().__init__()
        self.number = number

    @property
    def failed(self):
        return self.exception() is not None


def clean(value):
    return re.sub(r"0x[0-9a-f]+", "0x", repr(value))


async def number(value):
    await asyncio.sleep(0)
    return value


async def in_turn():
    asyncio.get_running_loop().set_task_factory(lambda loop, coro, **more: Logged(coro, loop=loop, **more))
    first = asyncio.create_task(number(1), name="first")
    log.clear()
    # Each is told of the gather before the next is made.
    print(await asyncio.gather(number(2), first, number(3), first))
    print(log)


def attempts():
    attempt = Attempt(3)
    attempt.add_done_callback(lambda done: print("told", done is attempt, done.number))
    print(attempt.done(), attempt.running(), attempt.set_running_or_notify_cancel(), attempt.running())
    attempt.set_result(5)
    print(attempt.result(), attempt.exception(), attempt.failed, clean(attempt))
    other = Attempt(4)
    print(other.cancel(), other.cancelled())
    for ask in (other.result, lambda: attempt.set_result(1)):
        try:
            ask()
        except (futures.CancelledError, futures.InvalidStateError) as error:
            print(type(error).__name__)
    failed = Attempt(5)
    failed.set_exception(OSError("no"))
    print(failed.failed, type(failed).__name__)


async def texts():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    each = asyncio.as_completed([future])
    print(clean(each))
    for one in each:
        await one
    with futures.ThreadPoolExecutor(1) as pool:
        results = pool.map(str, [1])
        print(clean(results), list(results))
    for when in ("x", [1]):
        try:
            async with asyncio.timeout_at(when):
                pass
        except TypeError as error:
            print(error)
        async with asyncio.timeout(1) as scope:
            try:
                scope.reschedule(when)
            except TypeError as error:
                print(error)
        try:
            asyncio.timeout(when)
        except TypeError as error:
            print(error)


asyncio.run(in_turn())
attempts()
asyncio.run(texts())
