import asyncio
import re
from asyncio import base_events, futures


def told(value):
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


class Bell:
    def __init__(self, name):
        self.name = name

    def __call__(self, *given):
        print("rings", self.name, len(given))


class Named(Bell):
    def __repr__(self):
        return f"<bell {self.name}>"


def counts(loop):
    return len(loop._ready), len(loop._scheduled), bool(loop._ready), bool(loop._scheduled)


async def what_is_to_be_done():
    loop = asyncio.get_running_loop()
    print("at first", counts(loop), loop._stopping, loop._closed, loop._debug, loop._thread_id is None)
    soon = loop.call_soon(Bell("soon"))
    later = loop.call_later(5, Bell("later"))
    earlier = loop.call_later(1, Bell("earlier"))
    print("called", counts(loop), soon in loop._ready, later in loop._ready, loop._scheduled[0] is earlier)
    later.cancel()
    print("cancelled", counts(loop), later in loop._scheduled, later._cancelled)
    tasks = [asyncio.create_task(asyncio.sleep(pause)) for pause in (0, 1, 2)]
    print("tasks", counts(loop))
    await asyncio.sleep(0)
    print("begun", counts(loop))
    await tasks[0]
    print("one is over", counts(loop))
    await asyncio.gather(*tasks)
    print("all are over", counts(loop))
    loop.stop()
    print("stopping", loop._stopping)


async def in_an_executor():
    loop = asyncio.get_running_loop()
    print(loop._default_executor)
    await loop.run_in_executor(None, len, "abc")
    print(type(loop._default_executor).__name__)


def by_hand():
    loop = asyncio.new_event_loop()
    print(list(loop._ready), list(loop._scheduled), loop._thread_id, loop._default_executor)
    loop.call_soon(loop.stop)
    loop.call_later(3, Bell("never"))
    print(counts(loop))
    loop.run_forever()
    print(counts(loop), loop._stopping)
    future = loop.create_future()
    loop.call_soon(future.set_result, 1)
    while loop._ready:
        loop.call_soon(loop.stop)
        loop.run_forever()
        if future.done():
            break
    print(future, counts(loop))
    loop.close()
    print(counts(loop), loop._closed, loop._default_executor)


async def callable_objects():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(Bell("first"))
    print(told(future))
    future.add_done_callback(Named("second"))
    print(told(future))
    future.add_done_callback(Bell("third").__call__)
    print(told(future))
    print(told(loop.call_soon(Bell("fourth"))), told(loop.call_soon(Named("fifth"))))
    future.set_result(None)
    await asyncio.sleep(0)


async def failing_object():
    class Broken:
        def __call__(self):
            raise ValueError("broken")

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(told(context["message"]), told(context["exception"])))
    loop.call_soon(Broken())
    await asyncio.sleep(0)


def words():
    print(futures._PENDING, futures._FINISHED, futures._CANCELLED)


async def unless_cancelled():
    loop = asyncio.get_running_loop()
    for is_cancelled in (True, False):
        future = loop.create_future()
        if is_cancelled:
            future.cancel()
        futures._set_result_unless_cancelled(future, 3)
        print(future)


def factories():
    factory = getattr(asyncio, "eager_task_factory", None)
    if factory is not None:
        print(factory.__name__, factory.__qualname__, told(factory))


print(issubclass(asyncio.SelectorEventLoop, base_events.BaseEventLoop))
try:
    asyncio.run(what_is_to_be_done())
except RuntimeError as error:
    print(error)
asyncio.run(in_an_executor())
by_hand()
asyncio.run(callable_objects())
asyncio.run(failing_object())
words()
asyncio.run(unless_cancelled())
factories()
