import asyncio, threading, queue, time
async def main():
    loop = asyncio.get_running_loop()
    lock = threading.Lock(); ev = threading.Event(); r = []
    def w(i):
        with lock: r.append(i); time.sleep(0.05)
        if i == 2: ev.set()
    await asyncio.gather(*(asyncio.to_thread(w, i) for i in range(3)))
    print(r, ev.is_set(), ev.wait(1), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01)); lock.release()
    try: lock.release()
    except RuntimeError as e: print(e)
    ev.clear(); print(ev.wait(0.01))
    q = queue.Queue(maxsize=1)
    def prod():
        for i in range(3): q.put(i); time.sleep(0.01)
    def cons(): return [q.get() for _ in range(3)]
    t = threading.Thread(target=prod); t.start(); print(await asyncio.to_thread(cons)); t.join()
    try: q.get_nowait()
    except queue.Empty as e: print(repr(e))
    q.put(1)
    try: q.put_nowait(2)
    except queue.Full as e: print(repr(e))
    try: q.put(2, timeout=0.01)
    except queue.Full as e: print('full in time')
    loc = threading.local(); loc.x = 1
    def see(): 
        had = hasattr(loc, 'x'); loc.x = 5; return had, loc.x
    print(await asyncio.to_thread(see), loc.x)
    ready = threading.Event()
    def bg():
        ready.wait(); loop.call_soon_threadsafe(lambda: print('from thread')); return 'bg'
    f = loop.run_in_executor(None, bg); await asyncio.sleep(0.02); ready.set(); print(await f); await asyncio.sleep(0)
    c = threading.Condition(); items = []
    def consumer():
        with c:
            while not items: c.wait()
            return items.pop()
    f = asyncio.ensure_future(asyncio.to_thread(consumer)); await asyncio.sleep(0.02)
    with c: items.append('it'); c.notify()
    print(await f)
    rl = threading.RLock()
    with rl:
        with rl: print('reentrant')
    s = threading.Semaphore(1); print(s.acquire(), s.acquire(blocking=False)); s.release()
    b = threading.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
asyncio.run(main())
