# Loops in threads: what a debugging one refuses, contexts of runners, eager tasks, generators, executors and what leaves them.
import asyncio
import contextvars
import threading
import time

cv = contextvars.ContextVar("cv", default=0)


def worker(box, ready):
    async def inner():
        loop = asyncio.get_running_loop()
        box["loop"] = loop
        box["ev"] = asyncio.Event()
        ready.set()
        await box["ev"].wait()
        print("event set", loop.get_debug())
        return threading.get_ident() == loop._thread_id

    print(asyncio.run(inner(), debug=True))


box = {}
ready = threading.Event()
t = threading.Thread(target=worker, args=(box, ready))
t.start()
ready.wait()
try:
    box["loop"].call_soon(print, "x")
except RuntimeError as e:
    print(e)
try:
    box["loop"].call_later(1, print, "x")
except RuntimeError as e:
    print(e)
try:
    box["loop"].create_task(asyncio.sleep(0))
except RuntimeError as e:
    print("task", e)
print(box["loop"].is_running(), len(asyncio.all_tasks(box["loop"])))
box["loop"].call_soon_threadsafe(box["ev"].set)
t.join()


def contexts():
    cv.set(5)

    async def a():
        cv.set(cv.get() + 1)
        return cv.get()

    with asyncio.Runner() as r:
        print(r.run(a()), r.run(a()), cv.get(), r.get_loop().is_running())
        print(r.run(a(), context=contextvars.Context()))
    try:
        r.run(a())
    except RuntimeError as e:
        print(e)


th = threading.Thread(target=contexts)
th.start()
th.join()
print(cv.get())


def eager():
    async def e(n):
        print("e", n)
        await asyncio.sleep(0.01)
        return n

    async def m():
        (
            asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
            if hasattr(asyncio, "eager_task_factory")
            else None
        )
        ts = [asyncio.create_task(e(i)) for i in range(2)]
        print("made")
        return await asyncio.gather(*ts)

    print(asyncio.run(m()))


th = threading.Thread(target=eager)
th.start()
th.join()


async def agen():
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0.01)
    finally:
        print("agen closed", threading.current_thread().name)


def gens():
    async def m():
        async for x in agen():
            if x == 2:
                break
        g = agen()
        await anext(g)
        box["g"] = g
        async with asyncio.Lock():
            print("locked")
        for f in asyncio.as_completed([asyncio.sleep(0.02, "b"), asyncio.sleep(0.01, "a")]):
            print(await f)
        d, p = await asyncio.wait(
            [asyncio.create_task(asyncio.sleep(1)), asyncio.create_task(asyncio.sleep(0.01))],
            return_when=asyncio.FIRST_COMPLETED,
        )
        print(len(d), len(p))
        asyncio.get_running_loop().call_exception_handler({"message": "hello"})
        raise KeyboardInterrupt

    try:
        asyncio.run(m())
    except BaseException as e:
        print("left by", type(e).__name__)


th = threading.Thread(target=gens, name="gens")
th.start()
th.join()


def shutdown():
    async def m():
        loop = asyncio.get_running_loop()
        f = loop.run_in_executor(None, time.sleep, 0.2)
        await asyncio.sleep(0.01)
        print("leaves")

    asyncio.run(m())
    print("executor over")


th = threading.Thread(target=shutdown)
th.start()
th.join()


# What runs in a thread is closed by nobody.
loop = asyncio.new_event_loop()
t = threading.Thread(target=loop.run_forever)
t.start()
time.sleep(0.1)
for f in (loop.close, lambda: loop.run_until_complete(asyncio.sleep(0))):
    try:
        f()
        print("no error")
    except RuntimeError as e:
        print(e)
print(loop.is_closed(), loop.is_running(), repr(loop)[:36])


def inside():
    try:
        loop.close()
    except RuntimeError as e:
        print("inside", e)


loop.call_soon_threadsafe(inside)
time.sleep(0.1)


async def main():
    try:
        loop.close()
    except RuntimeError as e:
        print("main", e)
    print(await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(asyncio.sleep(0.1, "v"), loop)))
    try:
        await loop.create_task(asyncio.sleep(0))
    except RuntimeError as e:
        print("attached to a different loop" in str(e))


asyncio.run(main())
loop.call_soon_threadsafe(loop.stop)
t.join()
loop.close()
print(loop.is_closed())
