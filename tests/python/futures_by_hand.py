# Futures, sleeps and lines taken by hand: each waits once, and who ends a sleep ends its timer.
import asyncio
# futures by hand, in and out of loops
async def waiter(f, name):
    try:
        print(name, "got", await f)
    except BaseException as e:
        print(name, repr(e))
        raise
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    it = f.__await__()
    x = next(it)
    print(x is f, f._asyncio_future_blocking)
    try:
        next(it)
    except RuntimeError as e:
        print(e)
    f2 = loop.create_future()
    it = iter(f2)
    print(it.send(None) is f2)
    f2.set_result(3)
    try:
        it.send(None)
    except StopIteration as e:
        print("stop", e.value)
    try:
        waiter(f, "x").send(None)
    except RuntimeError as e:
        print("x", e)
    f._asyncio_future_blocking = False
    c = waiter(f, "c")
    d = waiter(f, "d")
    print(c.send(None) is f)
    f._asyncio_future_blocking = False
    print(d.send(None) is f)
    f.set_result(4)
    for x in c, d:
        try:
            x.send(None)
        except StopIteration:
            print("over")
    f = loop.create_future()
    c = waiter(f, "c")
    c.send(None)
    async def go_on(fut, coro):
        # waits for what the coroutine gave out, then goes on
        await fut
        try:
            coro.send(None)
        except StopIteration:
            return "went on"
    loop.call_later(1, f.set_result, 5)
    try:
        print(await go_on(f, c), loop.time())
    except RuntimeError as e:
        print(e)
    f._asyncio_future_blocking = False
    print(await go_on(f, c), loop.time())
    f = loop.create_future()
    c = waiter(f, "c")
    g = c.send(None)
    g._asyncio_future_blocking = False
    t = asyncio.create_task(waiter(g, "t"))
    loop.call_later(1, f.cancel, "msg")
    try:
        await t
    except asyncio.CancelledError as e:
        print("t", e.args)
    try:
        c.send(None)
    except asyncio.CancelledError as e:
        print("c", e.args)
    # sleeps by hand
    c = asyncio.sleep(1, "slept")
    g = c.send(None)
    print(type(g).__name__, g.done(), asyncio.isfuture(g))
    try:
        await g
    except RuntimeError as e:
        print(e)
    g._asyncio_future_blocking = False
    print(await g, loop.time())
    try:
        c.send(None)
    except StopIteration as e:
        print(e.value)
    c = asyncio.sleep(0, "zero")
    print(c.send(None))
    try:
        c.send(None)
    except StopIteration as e:
        print(e.value)
    c = asyncio.sleep(1)
    g = c.send(None)
    c.close()
    print(g.cancelled(), g.done())
    await asyncio.sleep(2)
    print(g.done())
    # locks by hand
    lock = asyncio.Lock()
    c = lock.acquire()
    try:
        c.send(None)
    except StopIteration as e:
        print("locked", e.value, lock.locked())
    c = lock.acquire()
    g = c.send(None)
    lock.release()
    print(g.done(), lock.locked())
    try:
        c.send(None)
    except StopIteration as e:
        print("locked", e.value, lock.locked())
    c = lock.acquire()
    c.send(None)
    try:
        c.throw(asyncio.CancelledError("thrown"))
    except asyncio.CancelledError as e:
        print(e.args, lock.locked())
    q = asyncio.Queue(1)
    c = q.get()
    g = c.send(None)
    q.put_nowait(1)
    print(g.done())
    try:
        c.send(None)
    except StopIteration as e:
        print("item", e.value)
    e = asyncio.Event()
    c = e.wait()
    g = c.send(None)
    c.close()
    e.set()
    print(g.done(), g.cancelled())
    t = asyncio.create_task(asyncio.sleep(1, 7))
    async def w(): return await t
    c = w()
    print(c.send(None) is t)
    try:
        c.send(None)
    except RuntimeError as e:
        print(e)
    t._asyncio_future_blocking = False
    print(await t)
    g = asyncio.gather(asyncio.sleep(1, 1), asyncio.sleep(1, 2))
    c = waiter(g, "gather")
    print(c.send(None) is g)
    g._asyncio_future_blocking = False
    await g
    try:
        c.send(None)
    except StopIteration:
        print("over")
asyncio.run(main())
