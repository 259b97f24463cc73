import asyncio


async def worker(lock, n):
    async with lock:
        print("in", n)
        await asyncio.sleep(1)


async def fail(t):
    await asyncio.sleep(t)
    raise ValueError(t)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(worker(lock, 1), worker(lock, 2))
    try:
        async with asyncio.timeout(1) as t:
            await asyncio.sleep(5)
    except TimeoutError as e:
        print("timeout", repr(e), t.expired())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(1))
            tg.create_task(fail(1))
            x = tg.create_task(asyncio.sleep(4))
    except* ValueError as eg:
        print(eg.exceptions, x.cancelled())
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(asyncio.sleep(1, "a"))
    print(a.result())
    sem = asyncio.Semaphore(1)
    async with sem:
        print(sem.locked())
    cond = asyncio.Condition()

    async def waiter():
        async with cond:
            await cond.wait()
            print("notified")

    w = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with cond:
        cond.notify_all()
    await w
    q = asyncio.Queue()

    async def consume():
        while True:
            item = await q.get()
            print("got", item)
            q.task_done()

    c = asyncio.create_task(consume())
    for i in range(3):
        await q.put(i)
    await q.join()
    c.cancel()


asyncio.run(main())
