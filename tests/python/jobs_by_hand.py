# Concurrent futures that a program makes and brings to an end itself, and what stands in their way.
import asyncio
import concurrent.futures
import time
from collections import OrderedDict


def state(future):
    return future.running(), future.done(), future.cancelled()


def alone():
    future = concurrent.futures.Future()
    print(state(future), future.set_running_or_notify_cancel(), state(future), future.cancel())
    future.add_done_callback(lambda future: print("told", future.result()))
    future.set_result("cooked")
    print(state(future), future.result(timeout=0), future.exception())
    try:
        future.set_running_or_notify_cancel()
    except RuntimeError as error:
        print(error)
    future = concurrent.futures.Future()
    print(future.cancel(), state(future), future.set_running_or_notify_cancel(), state(future))
    try:
        future.set_running_or_notify_cancel()
    except RuntimeError as error:
        print(error)
    try:
        future.result()
    except concurrent.futures.CancelledError as error:
        print(type(error).__name__, error.args)


async def under_a_loop():
    loop = asyncio.get_running_loop()
    future = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(future)

    def cook():
        print("begins", future.set_running_or_notify_cancel())
        time.sleep(2)
        future.set_result("served")

    job = loop.run_in_executor(None, cook)
    await asyncio.sleep(1)
    print(wrapped.cancel("too late?"), wrapped.cancelled(), state(future))
    try:
        await wrapped
    except asyncio.CancelledError as error:
        print(error.args, loop.time())
    await job
    print(future.result(), loop.time())


alone()
asyncio.run(under_a_loop())
print(list(reversed(OrderedDict(soup=1, bread=2))))
