"""Contexts of jobs and threads: a job of to_thread runs in a copy of its caller's, a worker keeps one of its own."""

import asyncio
import concurrent.futures
import contextvars
import threading
import time

trace = contextvars.ContextVar("trace", default="none")


def job(name, delay, value=None):
    before = trace.get()
    if value is not None:
        trace.set(value)
    time.sleep(delay)
    return f"{name}: {before} -> {trace.get()}"


def ask(loop, delay):
    trace.set("asked")
    time.sleep(delay)
    return asyncio.run_coroutine_threadsafe(answer(), loop).result()


async def answer():
    await asyncio.sleep(0.1)
    return "answer " + trace.get()


def poke(loop, seen):
    trace.set("poked")
    loop.call_soon_threadsafe(lambda: seen.append(trace.get()))
    time.sleep(0.2)


def slow_ask(loop):
    future = asyncio.run_coroutine_threadsafe(stuck(), loop)
    try:
        return future.result(0.1)
    except TimeoutError:
        return future.cancel()


async def stuck():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("stuck was cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    trace.set("main")
    for result in await asyncio.gather(
        asyncio.to_thread(job, "a", 0.2, "of a"), asyncio.to_thread(job, "b", 0.1), asyncio.to_thread(job, "c", 0.3)
    ):
        print(result)
    print(trace.get())
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
        print(await loop.run_in_executor(pool, job, "first", 0.1, "kept"))
        print(await loop.run_in_executor(pool, job, "second", 0.1))
        context = contextvars.copy_context()
        print(await loop.run_in_executor(pool, context.run, job, "third", 0.1, "third's"))
        print(context[trace], await loop.run_in_executor(pool, job, "fourth", 0.1))
    print(await asyncio.to_thread(ask, loop, 0.1))
    seen = []
    await asyncio.to_thread(poke, loop, seen)
    print(seen, trace.get())
    thread = threading.Thread(target=lambda: (time.sleep(0.1), seen.append(trace.get())))
    thread.start()
    thread.join()
    print(seen)
    print(await asyncio.to_thread(slow_ask, loop))
    await asyncio.sleep(0.1)
    # A job that still runs when the loop is over.
    loop.run_in_executor(None, job, "late", 0.5)


for _ in range(2):
    asyncio.run(main())
