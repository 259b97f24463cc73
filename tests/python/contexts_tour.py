# Context variables in tasks, callbacks, threads, generators and runners; the context of a task that is over.
import asyncio, contextvars, functools, types, inspect, sys, gc, weakref

var = contextvars.ContextVar("var", default="d")


async def child(n):
    old = var.get()
    tok = var.set(n)
    await asyncio.sleep(0)
    r = (old, var.get())
    var.reset(tok)
    return r, var.get()


async def main():
    var.set("main")
    print(await asyncio.gather(*(child(i) for i in range(3))), var.get())
    ctx = contextvars.copy_context()
    t = asyncio.create_task(child("x"), context=ctx)
    print(await t, ctx[var], ctx is t.get_context() if sys.version_info >= (3, 12) else None)
    ctx.run(var.set, "ctx")
    print(ctx[var], var.get(), var in ctx, len(ctx) >= 1)

    async def setter():
        var.set("set")
        return var.get()

    print(await asyncio.create_task(setter(), context=ctx), ctx.get(var), var.get())
    print(await setter(), var.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("cs", var.get()))
    loop.call_soon(lambda: print("cs2", var.get()), context=ctx)
    f = loop.create_future()
    f.add_done_callback(lambda f: print("dc", var.get()))
    f.add_done_callback(lambda f: print("dc2", var.get()), context=ctx)
    var.set("later")
    f.set_result(1)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    def th():
        var.set("thread")
        return var.get()

    print(await asyncio.to_thread(th), var.get(), await loop.run_in_executor(None, lambda: var.get("?")))
    tok = var.set("t1")
    try:
        var.reset(tok)
        var.reset(tok)
    except RuntimeError as e:
        print(str(e)[:50])
    print(tok.old_value, tok.var is var, contextvars.Token.MISSING)
    nov = contextvars.ContextVar("nov")
    print(nov.get(5))
    t2 = nov.set(1)
    print(t2.old_value is contextvars.Token.MISSING)

    async def agen():
        var.set("ag")
        yield var.get()
        yield var.get()

    async for x in agen():
        print(x, var.get())
        var.set("outer")

    def sync_gen():
        yield var.get()
        var.set("gen")
        yield var.get()

    print(list(sync_gen()), var.get())
    ctx2 = contextvars.copy_context()
    try:
        ctx2.run(ctx2.run, print)
    except RuntimeError as e:
        print(str(e)[:40])
    print(sorted(v.name for v in ctx2), [v for k, v in ctx2.items() if k is var])
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(child("tg"), context=ctx2)
        b = tg.create_task(child("tg2"))
    print(a.result(), b.result())
    print(await asyncio.wait_for(child("wf"), 1), var.get())

    async def in_timeout():
        async with asyncio.timeout(1):
            var.set("inside")

    await in_timeout()
    print(var.get())
    h = loop.call_later(0.1, print, "later", context=ctx)
    h.cancel()
    print(h.cancelled())


asyncio.run(main())
with asyncio.Runner() as r:

    async def a():
        var.set("run1")
        return var.get()

    async def b():
        return var.get()

    print(r.run(a()), r.run(b()), var.get(), r.run(b(), context=contextvars.Context()))
