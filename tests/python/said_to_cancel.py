"""How asyncio calls a `cancel` that a program has written, and what stands in texts of what waits inside the library."""
import asyncio
import functools
import re
import threading
import time


def clean(thing):
    text = re.sub(r"\S*/asyncio/(\w+\.py):\d+", r"asyncio/\1", repr(thing))
    return re.sub(r"0x[0-9a-f]+", "0x", re.sub(r"\S*/(said_to_cancel\.py)", r"\1", text))


class Told(asyncio.Task):
    def cancel(self, *args, **kwargs):
        try:
            asyncio.get_running_loop()
            runs = "the loop runs"
        except RuntimeError as error:
            runs = str(error)
        print(self.get_name(), args, kwargs, runs)
        return super().cancel(*args, **kwargs)


async def nap(seconds):
    await asyncio.sleep(seconds)


async def waits_for(task):
    try:
        await task
    except asyncio.CancelledError as error:
        print("waited:", repr(error))


async def by_whom():
    for message in (None, "enough"):
        for asks in ("waits", "gathers", "in its next step"):
            told = Told(nap(5), name=f"told by who {asks}")
            if asks == "gathers":
                gathered = asyncio.gather(told, nap(5))
                await asyncio.sleep(0)
                gathered.cancel(message)
                print(await asyncio.gather(gathered, return_exceptions=True))
                continue
            waiting = asyncio.create_task(waits_for(told))
            if asks == "waits":
                await asyncio.sleep(0)
            waiting.cancel(message)
            await asyncio.sleep(0)
            told.cancel()
            await asyncio.gather(told, waiting, return_exceptions=True)
    for limit in (0, 1):
        try:
            await asyncio.wait_for(Told(nap(5), name=f"limited to {limit}"), limit)
        except TimeoutError:
            print("too late")
    try:
        async with asyncio.TaskGroup() as group:
            asyncio.get_running_loop().set_task_factory(lambda loop, coro, **given: Told(coro, loop=loop, **given))
            group.create_task(nap(5))
            asyncio.get_running_loop().set_task_factory(None)
            raise ValueError("out")
    except* ValueError as errors:
        print(repr(errors))
    left = Told(nap(5), name="left")
    await asyncio.sleep(0)
    return left


async def itself():
    me = asyncio.current_task()
    other = asyncio.create_task(waits_for(me))
    for _ in range(2):
        try:
            await me
        except RuntimeError as error:
            print(clean(error))
    await asyncio.sleep(0)
    print(other.done() and clean(other.exception()))
    print(clean(await asyncio.gather(asyncio.create_task(waits_for(me)), return_exceptions=True)))
    print(me.cancel("out"))
    await asyncio.gather(other, return_exceptions=True)


class Later:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()


def divide(number, by):
    return number / by


async def places():
    lock, queue = asyncio.Lock(), asyncio.Queue(1)
    await lock.acquire()
    await queue.put(1)
    group = [
        lock.acquire(),
        queue.put(2),
        asyncio.Event().wait(),
        asyncio.Semaphore(0).acquire(),
        asyncio.Barrier(2).wait(),
        queue.join(),
        asyncio.wait_for(nap(5), 5),
        asyncio.wait([asyncio.ensure_future(nap(5))]),
        asyncio.to_thread(time.sleep, 1),
        Later(),
    ]
    waiting = [asyncio.ensure_future(each) for each in group]
    for each in waiting:
        print(re.sub(r" (cb|wait_for)=.*", "", clean(each)))
    await asyncio.sleep(0)
    for each in waiting:
        print(re.sub(r" (cb|wait_for)=.*", "", clean(each)))
        each.cancel()
    await asyncio.wait(waiting)
    for each in waiting:
        print(clean(each))
    handles = [asyncio.get_running_loop().call_soon(print), asyncio.get_running_loop().call_later(1, print)]
    told = Told(nap(5), name="told")
    other = asyncio.create_task(waits_for(told))
    await asyncio.sleep(0)
    print(re.sub(r"coro=<.*?> ", "", clean(told)), re.sub(r"coro=<.*?> ", "", clean(other)))
    told.cancel()
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(clean(context["message"].partition(" at ")[0])))
    for is_debug in (False, True):
        loop.set_debug(is_debug)
        loop.call_soon(divide, 1, loop)
        loop.call_soon(functools.partial(divide, by=0), 2)
        await asyncio.sleep(0)
    loop.set_debug(False)
    for handle in handles:
        print(hasattr(handle, "when"), getattr(handle, "when", None) is None)
        handle.cancel()


def stopped():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(asyncio.to_thread(lambda: print(threading.current_thread() is threading.main_thread())))
    print(loop.is_running(), loop)
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


asyncio.run(by_whom())
try:
    asyncio.run(itself())
except asyncio.CancelledError as error:
    print(repr(error))
asyncio.run(places())
stopped()
