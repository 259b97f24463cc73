"""Futures and tasks by their methods, handles, names and cancellations; what is refused, in whose words."""
import asyncio
def tryit(label, f, *a):
    try:
        print(label, f(*a))
    except BaseException as e:
        print(label, type(e).__name__, e.args)
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    tryit("res", f.result); tryit("exc", f.exception)
    print(f.done(), f.cancelled(), f.get_loop() is loop)
    tryit("cb none", f.remove_done_callback, print)
    f.add_done_callback(print); f.add_done_callback(print)
    tryit("removed", f.remove_done_callback, print)
    tryit("set", f.set_result, 1); tryit("set", f.set_result, 2); tryit("sete", f.set_exception, ValueError()); tryit("cancel", f.cancel)
    tryit("res", f.result); tryit("exc", f.exception)
    f = loop.create_future()
    tryit("bad", f.set_exception, 3); tryit("bad", f.set_exception, "x"); tryit("stop", f.set_exception, StopIteration); tryit("again", f.set_exception, ValueError)
    f = loop.create_future()
    tryit("class", f.set_exception, KeyError); tryit("exc", f.exception); tryit("res", f.result); tryit("res", f.result)
    f = loop.create_future()
    print(f.cancel("m"), f.cancel(), f.cancelled(), f.done())
    tryit("res", f.result); tryit("exc", f.exception); tryit("set", f.set_result, 1)
    order = []
    f = loop.create_future()
    for n in range(3): f.add_done_callback(lambda fu, n=n: order.append(n))
    f.set_result(None); print(order); await asyncio.sleep(0); print(order)
    f.add_done_callback(lambda fu: order.append("late")); print(order); await asyncio.sleep(0); print(order)
    async def w(i): 
        try:
            return i, await fu
        except Exception as e:
            return i, repr(e)
    fu = loop.create_future()
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0); fu.set_exception(OSError("o")); print(await asyncio.gather(*ts))
    t = asyncio.create_task(w(9)); await t
    tryit("t.set", t.set_result, 1); tryit("t.sete", t.set_exception, ValueError())
    async def c(): return 5
    co = c()
    t = asyncio.create_task(co, name=77); print(t.get_name())
    t.set_name(88); print(t.get_name()); await t
    print(t.cancel(), t.cancelled(), t.cancelling(), t.uncancel())
    t = asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0)
    print(t.cancel("a"), t.cancelling(), t.cancel("b"), t.cancelling(), t.uncancel(), t.uncancel(), t.uncancel())
    try: await t
    except asyncio.CancelledError as e: print(e.args, t.cancelled())
    tryit("res", t.result); tryit("exc", t.exception)
    async def rec(n): return n if n == 0 else await rec(n - 1)
    print(await rec(100))
    co = c(); await co
    try: await co
    except RuntimeError as e: print(e)
    for x in (3, None, "s", [1], c):
        try: await x
        except TypeError as e: print(e)
    tryit("ct", asyncio.create_task, 3); tryit("ef", asyncio.ensure_future, 3)
    tryit("ct", asyncio.create_task, loop.create_future())
    h = loop.call_soon(print, "h"); print(h.cancelled()); h.cancel(); print(h.cancelled()); h.cancel()
    h = loop.call_later(1, print, "l"); print(h.when(), h.cancelled()); h.cancel()
    h = loop.call_at(5, print, "at"); print(h.when())
    tryit("cl", loop.call_later, None, print); tryit("ca", loop.call_at, None, print); tryit("cl", loop.call_later, "x", print)
    print(asyncio.iscoroutinefunction(c), asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(print), asyncio.isfuture(t), asyncio.isfuture(3))
    print(sorted(x.get_name() for x in asyncio.all_tasks()), asyncio.current_task().get_name())
    tryit("run", asyncio.run, 3)
    async def stop(): raise StopIteration("s")
    try: await stop()
    except RuntimeError as e: print(e, repr(e.__cause__))
    t = asyncio.create_task(stop())
    try: await t
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def self_cancel():
        asyncio.current_task().cancel()
        print("still"); 
        try: await asyncio.sleep(0)
        except asyncio.CancelledError: print("now"); raise
    t = asyncio.create_task(self_cancel())
    try: await t
    except asyncio.CancelledError as e: print("c", e.args)
    async def ret_cancel():
        asyncio.current_task().cancel("x"); return 3
    t = asyncio.create_task(ret_cancel())
    try: print(await t)
    except asyncio.CancelledError as e: print("c", e.args)
    async def loopcatch():
        n = 0
        while n < 3:
            try: await asyncio.sleep(10)
            except asyncio.CancelledError: n += 1; print("caught", n)
        return n
    t = asyncio.create_task(loopcatch()); await asyncio.sleep(0)
    for _ in range(3): t.cancel(); await asyncio.sleep(0)
    print(await t, t.cancelling())
    await asyncio.sleep(5)
tryit("run", asyncio.run, 3); tryit("grl", asyncio.get_running_loop); tryit("ct", asyncio.current_task); tryit("at", asyncio.all_tasks)
asyncio.run(main())
