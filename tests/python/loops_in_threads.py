# Loops that run in threads besides the main one: started there, asked from elsewhere, one inside `to_thread`, several in a pool, and what
# they refuse.
import asyncio
import threading
import time


class Background:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run, daemon=True, name="bg")
        self.started = threading.Event()

    def _run(self):
        asyncio.set_event_loop(self.loop)
        self.loop.call_soon(self.started.set)
        try:
            self.loop.run_forever()
        finally:
            tasks = asyncio.all_tasks(self.loop)
            print("left", len(tasks))
            for t in tasks:
                t.cancel()
            print(self.loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True)))
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            self.loop.close()

    def start(self):
        self.thread.start()
        self.started.wait()

    def submit(self, coro):
        return asyncio.run_coroutine_threadsafe(coro, self.loop)

    def stop(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()


async def ticker(n, d):
    for i in range(n):
        await asyncio.sleep(d)
        print("tick", i, threading.current_thread().name, asyncio.get_running_loop().is_running())
    return n


async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("bad")


async def forever():
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print("forever cancelled")
        raise


bg = Background()
bg.start()
print("running", bg.loop.is_running())
f = bg.submit(ticker(3, 0.05))
g = bg.submit(fail())
h = bg.submit(forever())
try:
    g.result()
except ValueError as e:
    print("got", e)
try:
    f.result(timeout=0.06)
except TimeoutError as e:
    print("timeout", type(e).__name__)
print(f.result())
h.cancel()
time.sleep(0.01)
print(h.cancelled())
bg.submit(forever())


async def with_queue(q):
    while (x := await q.get()) is not None:
        print("item", x)
    return "done"


async def make():
    return asyncio.Queue()


q = bg.submit(make()).result()
w = bg.submit(with_queue(q))
for i in range(3):
    bg.loop.call_soon_threadsafe(q.put_nowait, i)
    time.sleep(0.01)
bg.loop.call_soon_threadsafe(q.put_nowait, None)
print(w.result())
try:
    bg.loop.run_until_complete(make())
except RuntimeError as e:
    print(e)
bg.stop()
print("stopped", bg.loop.is_closed(), bg.thread.is_alive())


# a main loop beside a background one
def other(name, d):
    async def inner():
        for i in range(3):
            await asyncio.sleep(d)
            print(name, i)
        return name

    return asyncio.run(inner())


async def main():
    loop = asyncio.get_running_loop()
    t1 = asyncio.create_task(asyncio.to_thread(other, "A", 0.03))
    t2 = loop.run_in_executor(None, other, "B", 0.05)
    for i in range(4):
        await asyncio.sleep(0.02)
        print("main", i)
    print(await asyncio.gather(t1, t2))

    def from_thread():
        async def there():
            return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(ticker(1, 0.01), loop))

        return asyncio.run(there())

    print(await asyncio.to_thread(from_thread))

    def nested():
        try:
            asyncio.get_event_loop()
        except RuntimeError as e:
            print(e)
        with asyncio.Runner() as r:
            print(r.run(ticker(1, 0.01)), r.run(ticker(1, 0.01)))

        async def err():
            asyncio.create_task(forever())
            await asyncio.sleep(0)
            raise KeyError("k")

        try:
            asyncio.run(err())
        except KeyError as e:
            print("err", e)

        async def ex():
            return await asyncio.to_thread(lambda: threading.current_thread().name), await asyncio.gather(
                *[ticker(1, 0.01 * k) for k in (3, 2, 1)]
            )

        print(asyncio.run(ex()))

    await asyncio.to_thread(nested)


asyncio.run(main())
