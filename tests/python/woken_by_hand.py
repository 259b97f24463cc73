"""What is like a future calls a task's callback itself; eager tasks of a factory gather while they are gathered."""

import asyncio
import re
import sys


class Alike:
    _asyncio_future_blocking = False

    def __init__(self):
        self.inner = asyncio.get_running_loop().create_future()

    def done(self):
        return self.inner.done()

    def result(self):
        return self.inner.result()

    def cancel(self, msg=None):
        return self.inner.cancel(msg)

    def get_loop(self):
        return self.inner.get_loop()

    def add_done_callback(self, callback, *, context=None):
        self.inner.add_done_callback(lambda _: (callback(self), print("woken")), context=context)

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        return self.result()


def wrapped(coroutine):
    class Driven:
        def __await__(self):
            iterator = coroutine.__await__()
            while True:
                try:
                    given = iterator.send(None)
                except StopIteration as stop:
                    return stop.value
                yield given

    async def runner():
        return await Driven()

    return runner()


def eagerly(loop, coroutine, **keywords):
    return asyncio.Task(wrapped(coroutine), loop=loop, eager_start=True, **keywords)


async def value(number, turns=0):
    for _ in range(turns):
        await asyncio.sleep(0)
    return number


async def values(first):
    return await asyncio.gather(value(first), value(first + 1))


async def wait(alike):
    print("got", await alike, asyncio.current_task().get_name())


async def main():
    loop = asyncio.get_running_loop()
    alike = Alike()
    task = asyncio.create_task(wait(alike), name="waiter")
    loop.call_later(0.01, alike.inner.set_result, "it")
    await task
    if sys.version_info >= (3, 12):
        loop.set_task_factory(eagerly)
        print(await asyncio.gather(value(0), values(1), value(3, 2), values(4)))
        loop.set_task_factory(None)


async def elsewhere(future):
    await future


def of_another_loop():
    loop, other = asyncio.new_event_loop(), asyncio.new_event_loop()
    task = loop.create_task(elsewhere(other.create_future()), name="mine")
    try:
        loop.run_until_complete(task)
    except RuntimeError as error:
        print(re.sub(r"coro=.*?> cb=.*?\]", "…", str(error)))
    loop.close()
    other.close()


asyncio.run(main())
of_another_loop()
