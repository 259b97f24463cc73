# Events that threads wait at, with and without a timeout; `concurrent.futures.wait` and `as_completed` in a worker.
import asyncio
import concurrent.futures as cf
import threading
import time


async def add(a, b, d=0.5):
    try:
        await asyncio.sleep(d)
        return a + b
    except asyncio.CancelledError:
        print("add cancelled", a)
        raise


async def waited():
    loop = asyncio.get_running_loop()

    def worker():
        done = []
        f = asyncio.run_coroutine_threadsafe(add(5, 6), loop)
        f.add_done_callback(lambda f: done.append((f.result(), threading.current_thread().name.split("_")[0])))
        print("w6", cf.wait([f], timeout=1).done == {f}, done)
        fs = [asyncio.run_coroutine_threadsafe(add(i, i, 1 - i / 10), loop) for i in range(3)]
        print("w7", [f.result() for f in cf.as_completed(fs)])
        return "worked"

    print(await asyncio.to_thread(worker))


async def events():
    loop = asyncio.get_running_loop()
    go = threading.Event()
    done = threading.Event()

    def worker(n):
        print(n, "waits", go.is_set())
        r = go.wait()
        print(n, "goes", r, loop.time())
        time.sleep(n)
        print(n, go.wait(0), done.wait(0.5), loop.time())
        if n == 2:
            done.set()
        return n

    ts = [asyncio.create_task(asyncio.to_thread(worker, i)) for i in (1, 2, 3)]
    await asyncio.sleep(1)
    go.set()
    print(await asyncio.gather(*ts))
    go.clear()

    def late():
        print("late", go.wait(0.75), loop.time())
        print("late", go.wait(5), loop.time())

    t = asyncio.create_task(asyncio.to_thread(late))
    await asyncio.sleep(2)
    go.set()
    await t


async def main():
    await waited()
    await events()


asyncio.run(main())
