# Loops in threads: numbers and contexts of their tasks, their ends, errors, and loops that talk to one another.
import asyncio
import contextvars
import threading
import time
from concurrent.futures import ThreadPoolExecutor

cv = contextvars.ContextVar("cv", default="none")


async def child(n):
    print(asyncio.current_task().get_name(), cv.get(), n)
    await asyncio.sleep(0.01 * n)
    cv.set(n)


async def inner(tag):
    print(asyncio.current_task().get_name(), tag, threading.current_thread().name, cv.get(), len(asyncio.all_tasks()))
    await asyncio.gather(child(1), child(2))
    agen = gen()
    print(await anext(agen))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timed out")
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    return asyncio.current_task().get_name()


async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen closed")


async def stubborn():
    try:
        await asyncio.sleep(10)
    finally:
        print("stubborn ends")
        raise RuntimeError("at the end")


def handler(loop, context):
    print("handler", context["message"], context.get("exception"))


def job():
    cv.set("job")

    async def with_handler():
        asyncio.get_running_loop().set_exception_handler(handler)
        return await inner("b")

    return asyncio.run(with_handler())


def sync_errors():
    for f in (
        lambda: asyncio.run(1),
        lambda: asyncio.get_running_loop(),
        lambda: asyncio.new_event_loop().run_until_complete(1),
    ):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
    loop = asyncio.new_event_loop()

    async def stops():
        loop.stop()
        await asyncio.sleep(1)

    try:
        loop.run_until_complete(stops())
    except RuntimeError as e:
        print(e)
    loop.call_later(0.01, loop.stop)
    loop.run_forever()
    print(len(asyncio.all_tasks(loop)))

    async def exits():
        raise SystemExit(3)

    try:
        loop.run_until_complete(exits())
    except SystemExit as e:
        print("exit", e.code)

    async def nested():
        try:
            loop.run_until_complete(asyncio.sleep(0))
        except RuntimeError as e:
            print(e)
        try:
            asyncio.run(asyncio.sleep(0))
        except RuntimeError as e:
            print(e)
        other = asyncio.new_event_loop()
        try:
            other.run_forever()
        except RuntimeError as e:
            print(e)
        other.close()

    loop.run_until_complete(nested())
    for t in asyncio.all_tasks(loop):
        t.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    try:
        loop.run_forever()
    except RuntimeError as e:
        print(e)
    print(asyncio.run(asyncio.sleep(0.01, "val"), debug=True))


async def main():
    print(await asyncio.to_thread(asyncio.run, inner("a")))
    print(await asyncio.to_thread(job))
    await asyncio.to_thread(sync_errors)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    t = asyncio.create_task(child(0))
    await t
    print(t.get_name())


asyncio.run(main())
import concurrent.futures


def proc(n):
    return asyncio.run(asyncio.sleep(0.01, n * 2))


if __name__ == "__main__":
    with concurrent.futures.ThreadPoolExecutor(2) as ex:
        print(list(ex.map(proc, range(3))))


# two loops talking: queues between
async def producer(loop_b, q):
    for i in range(4):
        await asyncio.sleep(0.1)
        f = asyncio.run_coroutine_threadsafe(q.put(i), loop_b)
        await asyncio.wrap_future(f)
        print("put", i, asyncio.get_running_loop().time() > 0)
    asyncio.run_coroutine_threadsafe(q.put(None), loop_b)


def thread_b(ready, box):
    async def consumer():
        q = asyncio.Queue(1)
        box["loop"], box["q"] = asyncio.get_running_loop(), q
        ready.set()
        while (x := await q.get()) is not None:
            print("got", x, asyncio.current_task().get_name())
            await asyncio.sleep(0.15)
        return "consumer over"

    box["result"] = asyncio.run(consumer())


ready, box = threading.Event(), {}
t = threading.Thread(target=thread_b, args=(ready, box))
t.start()
ready.wait()
asyncio.run(producer(box["loop"], box["q"]))
t.join()
print(box["result"])


# several loops in a pool, gil and work
def crunch(n):
    async def inner():
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(asyncio.sleep(0.1 * n, n))
            b = tg.create_task(asyncio.to_thread(lambda: n * n))
        return a.result(), b.result()

    return asyncio.run(inner())


with ThreadPoolExecutor(3) as ex:
    print(list(ex.map(crunch, range(1, 5))))
# loop.stop from elsewhere, timers, call_later across
loop = asyncio.new_event_loop()


def run():
    asyncio.set_event_loop(loop)
    loop.call_later(0.05, print, "timer in thread")
    loop.call_later(0.2, loop.stop)
    loop.run_forever()
    print("stopped", asyncio.get_event_loop() is loop)


th = threading.Thread(target=run)
th.start()
loop.call_soon_threadsafe(print, "soon")
time.sleep(0.1)
h = loop.call_soon_threadsafe(print, "later")
th.join()
print(loop.is_running(), loop.is_closed())
loop.run_until_complete(asyncio.sleep(0.01))
loop.close()


# an exception in a thread's loop
def raising():
    async def inner():
        asyncio.get_running_loop().call_soon(lambda: 1 / 0)
        asyncio.get_running_loop().set_exception_handler(lambda l, c: print("handler", type(c["exception"]).__name__))
        await asyncio.sleep(0)
        raise OSError("out")

    try:
        asyncio.run(inner())
    except OSError as e:
        print("caught", e)


th = threading.Thread(target=raising)
th.start()
th.join()


async def workers():
    loop = asyncio.get_running_loop()
    lock = threading.Lock()

    def worker(n):
        async def body():
            for i in range(2):
                with lock:
                    print("worker", n, i)
                await asyncio.sleep(0.1)
            asyncio.run_coroutine_threadsafe(report(n), loop)
            return n

        return asyncio.run(body())

    async def report(n):
        print("report", n, threading.current_thread().name)

    print(await asyncio.gather(*[asyncio.to_thread(worker, n) for n in range(3)]))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(asyncio.to_thread(asyncio.run, asyncio.sleep(0.2)), 0.1)
    except TimeoutError:
        print("too slow")


asyncio.run(workers())
