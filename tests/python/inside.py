"""What asyncio's locks and queues keep to themselves, their texts, and classes below them."""
import asyncio
class TimedLock(asyncio.Lock):
    async def acquire(self, timeout=None):
        return await asyncio.wait_for(super().acquire(), timeout)
class Pool(asyncio.Queue[int]):
    def __init__(self, items):
        super().__init__()
        for i in items: self.put_nowait(i)
    def __len__(self): return self.qsize()
    async def __aenter__(self):
        self.cur = await self.get(); return self.cur
    async def __aexit__(self, *a): self.put_nowait(self.cur)
class MaxPQ(asyncio.PriorityQueue):
    def _put(self, item): super()._put(-item)
    def _get(self): return -super()._get()
class Gate(asyncio.Event):
    opened = 0
    def set(self):
        self.opened += 1
        super().set()
class Sem(asyncio.BoundedSemaphore):
    def __init__(self, n): super().__init__(n); self.hist = []
    async def __aenter__(self):
        r = await super().__aenter__(); self.hist.append(self._value); return r
async def main():
    l = TimedLock()
    async with l:
        try: await l.acquire(0.5)
        except TimeoutError: print("timeout")
    p = Pool([1, 2])
    async with p as c: print(c, len(p))
    print(len(p), p, bool(p))
    m = MaxPQ()
    for i in (3, 9, 4): await m.put(i)
    print([await m.get() for _ in range(3)], isinstance(m, asyncio.PriorityQueue), issubclass(MaxPQ, asyncio.Queue))
    g = Gate(); t = asyncio.create_task(g.wait()); await asyncio.sleep(0); g.set(); print(await t, g.opened, repr(g)[1:15])
    s = Sem(2)
    async def w():
        async with s: await asyncio.sleep(1)
    await asyncio.gather(w(), w(), w())
    print(s.hist)
    try: s.release()
    except ValueError as e: print(e)
    asyncio.create_task(p.join(), name="j")
    p.task_done(); p.task_done(); p.task_done()
    try: p.task_done()
    except ValueError as e: print(e)
asyncio.run(main())


async def texts():
    l = asyncio.Lock()
    print(repr(l).endswith("[unlocked]>"), "locks.Lock object at 0x" in str(l))
    await l.acquire()
    t = asyncio.create_task(l.acquire())
    await asyncio.sleep(0)
    print(repr(l)[-21:], len(repr(l)))
    l.release(); await t
    e = asyncio.Event(); print(f"{e}".split()[-1]); e.set(); print(f"{e!r}".split()[-1])
    s = asyncio.Semaphore(2); print(repr(s).split("[")[1])
    await s.acquire(); await s.acquire(); print(repr(s).split("[")[1])
    b = asyncio.Barrier(2); print(repr(b).split("[")[1])
    await b.abort(); print(repr(b).split("[")[1], b.broken)
    c = asyncio.Condition(); print(repr(c).split("[")[1])
    q = asyncio.Queue(3); q.put_nowait("a"); print(str(q), repr(q).split("maxsize")[1])
    print(isinstance(q, asyncio.Queue), isinstance(asyncio.LifoQueue(), asyncio.Queue), isinstance(q, asyncio.LifoQueue), isinstance(l, asyncio.Lock), isinstance(s, (asyncio.Lock, asyncio.Semaphore)), isinstance(5, asyncio.Lock))
    print(isinstance(asyncio.BoundedSemaphore(1), asyncio.Semaphore), isinstance(t, asyncio.Future))
    print(type(q).__name__, type(l).__name__, asyncio.Queue.__name__)
    for f in (lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0), lambda: asyncio.Semaphore("x"), ):
        try:
            f()
        except Exception as x:
            print(type(x).__name__, x)
    try:
        async with q: pass
    except TypeError as x:
        print(x)
    try:
        with l: pass
    except TypeError as x:
        print(x)
    try:
        await l
    except TypeError as x:
        print(x)
asyncio.run(texts())


import heapq
async def heaps():
    q = asyncio.PriorityQueue()
    for x in (5, 1, 4): q.put_nowait(x)
    try:
        q.put_nowait("s")
    except TypeError as e: print(e)
    print(q.qsize(), q)
    out = []
    while not q.empty():
        try:
            out.append(q.get_nowait())
        except TypeError as e:
            print(e); print(q)
    print(out)
    h = [3, 1, 2]; heapq.heapify(h)
    try: heapq.heappush(h, None)
    except TypeError as e: print(e, h)
    try: print(heapq.heappop(h))
    except TypeError as e: print(e, h)
    f = asyncio.Queue(2.5); print(f.maxsize, f.full())
    for i in range(3): f.put_nowait(i)
    print(f.full(), f)
    try: f.put_nowait(9)
    except asyncio.QueueFull as e: print(repr(e), str(e) == "")
    n = asyncio.Queue(-1); print(n.full(), n.maxsize, n)
    try: n.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
asyncio.run(heaps())


from asyncio import Queue as Q, Semaphore
async def private():
    s = Semaphore(3)
    await s.acquire()
    print(s._value, s.locked(), s._waiters)
    q = Q(); q.put_nowait(1); q.put_nowait(2)
    print(q._queue, list(q._queue), q._unfinished_tasks, q._queue[0])
    q._queue.clear(); print(q.empty())
    pq = asyncio.PriorityQueue(); pq.put_nowait((2, "b")); pq.put_nowait((1, "a"))
    print(pq._queue)
    l = asyncio.Lock(); print(l._locked, l._waiters)
    e = asyncio.Event(); print(e._value, e._waiters)
    c = asyncio.Condition(l); print(c._lock is l, len(c._waiters))
    async with c: print(l.locked(), c.locked())
asyncio.run(private())
