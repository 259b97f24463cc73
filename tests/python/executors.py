# Executors as Python programs use them, on the main thread and under the loop.
import asyncio
import concurrent.futures
import threading
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor, ThreadPoolExecutor


def brew(minutes, *, milk=False, **extra):
    time.sleep(minutes)
    if minutes > 3:
        raise ValueError(f"boiled over after {minutes}")
    return minutes, milk, extra


def told(future):
    print("told:", future.done(), future.cancelled(), threading.current_thread().name)


def without_a_loop():
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="barista")
    first, second, third = (pool.submit(brew, n, milk=n > 1, sugar=n) for n in (1, 2, 4))
    first.add_done_callback(told)
    print(first.done(), first.running(), second.cancel(), second.cancel(), second.cancelled())
    second.add_done_callback(told)
    print(first.result(), time.monotonic())
    try:
        second.result()
    except CancelledError as error:
        print("cancelled", repr(error), isinstance(error, asyncio.CancelledError))
    try:
        third.result(timeout=1.5)
    except TimeoutError as error:
        print("too early", repr(error), time.monotonic())
    print(repr(third.exception()), time.monotonic())
    print(third.cancel(), third.done(), third.running())
    pool.shutdown(wait=True)
    for make in (lambda: pool.submit(brew, 1), lambda: ThreadPoolExecutor(0), lambda: ProcessPoolExecutor(-1)):
        try:
            make()
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, error)


def say(text):
    time.sleep(0.5)
    print(text, "by", threading.current_thread().name)


async def under_a_loop():
    loop = asyncio.get_running_loop()
    start = loop.time()
    pool = ThreadPoolExecutor(2)
    done, pending = await asyncio.wait(
        [loop.run_in_executor(pool, brew, 1), loop.run_in_executor(pool, brew, 3)], timeout=2
    )
    print(len(done), len(pending), loop.time() - start)
    print(await asyncio.wrap_future(pool.submit(brew, 2)), loop.time() - start)
    try:
        await asyncio.wait_for(asyncio.to_thread(brew, 2), 1)
    except TimeoutError:
        print("no longer", loop.time() - start)
    results = await asyncio.gather(*(asyncio.to_thread(brew, n, milk=True) for n in (1, 5)), return_exceptions=True)
    print(results, loop.time() - start)
    jobs = [pool.submit(say, word) for word in ("one", "two", "three", "four")]
    pool.shutdown(wait=False, cancel_futures=True)
    print([job.cancelled() for job in jobs])
    try:
        loop.run_in_executor(pool, brew, 1)
    except RuntimeError as error:
        print(error)
    try:
        loop.set_default_executor(None)
    except TypeError as error:
        print(error)
    loop.set_default_executor(ThreadPoolExecutor(1, "mine"))
    await asyncio.gather(asyncio.to_thread(say, "five"), asyncio.to_thread(say, "six"))
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(say, "seven")
    except RuntimeError as error:
        print(error)
    later = concurrent.futures.Future()
    later.add_done_callback(told)
    loop.call_later(1, later.set_result, "soup")
    print(await asyncio.wrap_future(later))


def call_the_loop(loop):
    async def answer(number):
        await asyncio.sleep(number)
        if number == 2:
            raise KeyError(number)
        return number

    print(asyncio.run_coroutine_threadsafe(answer(1), loop).result())
    print(repr(asyncio.run_coroutine_threadsafe(answer(2), loop).exception()))
    slow = asyncio.run_coroutine_threadsafe(answer(3), loop)
    try:
        slow.result(0.5)
    except TimeoutError:
        print("cancels", slow.cancel())
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)
    loop.call_soon_threadsafe(print, "soon")


async def called():
    await asyncio.to_thread(call_the_loop, asyncio.get_running_loop())
    print(len(asyncio.all_tasks()))


without_a_loop()
asyncio.run(under_a_loop())
asyncio.run(called())
threads = [threading.Thread(target=say, args=(word,)) for word in ("seven", "eight")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(threads[0].name, threads[0].is_alive(), time.monotonic())
