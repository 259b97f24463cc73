# What is like a coroutine may wait for everything that coroutines wait for: as a task, in a gather, where it stands, by the step of a generator.
import asyncio
async def fut():
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, f.set_result, 2)
    return await f
async def task():
    return await asyncio.create_task(asyncio.sleep(1, 3))
async def ev():
    e = asyncio.Event()
    asyncio.get_running_loop().call_later(1, e.set)
    return await e.wait()
async def lock():
    e = asyncio.Lock()
    await e.acquire()
    asyncio.get_running_loop().call_later(1, e.release)
    return await e.acquire()
async def get():
    e = asyncio.Queue()
    asyncio.get_running_loop().call_later(1, e.put_nowait, 1)
    return await e.get()
async def put():
    e = asyncio.Queue(1)
    e.put_nowait(1)
    asyncio.get_running_loop().call_later(1, e.get_nowait)
    return await e.put(2)
async def join():
    e = asyncio.Queue(1)
    e.put_nowait(1)
    asyncio.get_running_loop().call_later(1, e.task_done)
    return await e.join()
async def cond():
    e = asyncio.Condition()
    async def notify():
        await asyncio.sleep(1)
        async with e:
            e.notify()
    t = asyncio.create_task(notify())
    async with e:
        return await e.wait()
async def barrier():
    e = asyncio.Barrier(2)
    async def notify():
        await asyncio.sleep(1)
        await e.wait()
    t = asyncio.create_task(notify())
    return await e.wait()
async def sem():
    e = asyncio.Semaphore(0)
    asyncio.get_running_loop().call_later(1, e.release)
    return await e.acquire()
async def wait():
    t = asyncio.create_task(asyncio.sleep(1, 3))
    return len(await asyncio.wait([t]))
async def wait_for():
    return await asyncio.wait_for(asyncio.sleep(1, 3), 2)
async def gather():
    return await asyncio.gather(asyncio.sleep(1, 3), asyncio.sleep(1, 4))
async def shield():
    return await asyncio.shield(asyncio.sleep(1, 3))
async def to_thread():
    import time
    return await asyncio.to_thread(time.sleep, 1)
async def group():
    async with asyncio.TaskGroup() as g:
        g.create_task(asyncio.sleep(1))
    return 1
async def turn():
    await asyncio.sleep(0)
    return 1
async def timeout():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    except TimeoutError:
        return "timeout"
async def waits():
    e = asyncio.Event()
    try:
        async with asyncio.timeout(1):
            await e.wait()
    except TimeoutError:
        return "timeout"
async def queues():
    e = asyncio.Queue()
    try:
        async with asyncio.timeout(1):
            await e.get()
    except TimeoutError:
        return "timeout"
class Like:
    def __init__(self, c): self.c = c
    def send(self, v): return self.c.send(v)
    def throw(self, *e): return self.c.throw(*e)
    def close(self): return self.c.close()
    def __await__(self): return self
    def __next__(self): return self.send(None)
    def __iter__(self): return self
async def main():
    for f in fut, task, ev, lock, get, put, join, cond, barrier, sem, wait, wait_for, gather, shield, to_thread, group, turn, timeout, waits, queues:
        for way in asyncio.create_task, asyncio.gather, (lambda x: x):
            try:
                print(asyncio.get_running_loop().time(), f.__name__, await way(Like(f())))
            except Exception as e:
                print(f.__name__, repr(e))
        async def gen():
            yield 0
            yield await f()
        g = gen()
        await anext(g)
        try:
            print(asyncio.get_running_loop().time(), await asyncio.create_task(anext(g, 5)))
        except Exception as e:
            print(f.__name__, repr(e))
        for way in "cancel",:
            t = asyncio.create_task(Like(f()))
            await asyncio.sleep(0.5)
            t.cancel()
            try:
                print(await t)
            except asyncio.CancelledError as e:
                print(f.__name__, repr(e))
asyncio.run(main())
