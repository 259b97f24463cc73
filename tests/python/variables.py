"""Variables of contextvars: in tasks, callbacks, groups, runners, and eager tasks."""
import asyncio
import contextvars
from contextvars import ContextVar, copy_context

var = ContextVar("var", default="d")
bare = contextvars.ContextVar("bare")
print(var.get(), var.name, bare.get("x"))
try:
    bare.get()
except LookupError as e:
    print("lookup", len(e.args), e.args[0] is bare)
tok = var.set("main")
print(var.get(), tok.var is var, tok.old_value is contextvars.Token.MISSING)
tok2 = var.set("main2")
print(tok2.old_value)
var.reset(tok2)
print(var.get())
try:
    var.reset(tok2)
except RuntimeError as e:
    print("used once")
try:
    bare.reset(tok)
except ValueError as e:
    print("other var")

def in_ctx(a, b=0):
    print("in", var.get(), a, b)
    var.set("inner")
    return var.get()

ctx = copy_context()
print(ctx.run(in_ctx, 1, b=2), var.get(), ctx[var], ctx.get(var), var in ctx, bare in ctx, len(ctx), [v.name for v in ctx])
print(ctx.get(bare), ctx.get(bare, 9))
try:
    ctx[bare]
except KeyError as e:
    print("key", e.args[0] is bare)
try:
    ctx.run(ctx.run, in_ctx, 1)
except RuntimeError:
    print("already entered")
try:
    ctx.run(lambda: 1 / 0)
except ZeroDivisionError:
    print("zero")
try:
    ctx.run(var.reset, tok)
except ValueError:
    print("other context")

async def child(name, delay):
    print(name, "sees", var.get())
    var.set(name)
    await asyncio.sleep(delay)
    print(name, "has", var.get())

async def main():
    print("main", var.get())
    var.set("in main")
    t1 = asyncio.create_task(child("a", 2))
    var.set("later")
    t2 = asyncio.create_task(child("b", 1))
    await child("direct", 0.5)
    print("after direct", var.get())
    loop = asyncio.get_running_loop()
    def cb(*args):
        print("cb", var.get(), args)
        var.set("cb")
    loop.call_soon(cb, 1)
    loop.call_later(0.1, cb, 2)
    var.set("changed")
    loop.call_at(loop.time() + 0.2, cb, 3)
    c = copy_context()
    c.run(var.set, "special")
    loop.call_soon(cb, 4, context=c)
    fut = loop.create_future()
    fut.add_done_callback(lambda f: cb(5))
    fut.add_done_callback(lambda f: cb(6), context=c)
    fut.set_result(None)
    await asyncio.sleep(0.3)
    print(var.get(), c[var])
    t3 = asyncio.create_task(child("c", 0), context=c)
    await t3
    print(c[var], var.get())
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child("d", 0), context=c)
        tg.create_task(child("e", 0))
    print(c[var], var.get())
    await asyncio.gather(t1, t2, child("g", 0))
    print(await asyncio.wait_for(child("w", 0), 1), var.get())
    async with asyncio.timeout(1):
        var.set("in timeout")
    print(var.get())
    async def gen():
        var.set("gen")
        yield var.get()
        yield var.get()
    async for x in gen():
        print(x, var.get())
        var.set("loop body")
    t = var.set("z")
    var.reset(t)
    print(var.get())

asyncio.run(main())
print(var.get())
with asyncio.Runner() as r:
    async def s(v):
        old = var.get()
        var.set(v)
        return old
    print(r.run(s(1)), r.run(s(2)), r.run(s(3)), var.get())
    c = copy_context()
    print(r.run(s(4), context=c), c[var], r.run(s(5)))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(s(6)), var.get())
loop.call_soon(lambda: var.set("gone"))
loop.call_soon(lambda: print(var.get()))
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(var.get())


eager = contextvars.ContextVar("v", default=0)
async def increment():
    eager.set(eager.get() + 1)
    print("increment", eager.get())
    await asyncio.sleep(0)
    eager.set(eager.get() + 10)
    print("increment later", eager.get())
async def eagerly():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    eager.set(100)
    t = asyncio.create_task(increment())
    print(eager.get())
    u = loop.create_task(increment())
    print(eager.get())
    await t
    await u
    print(eager.get())
    async def quick():
        eager.set(7)
        return eager.get()
    t = asyncio.create_task(quick())
    print(t.done(), t.result(), eager.get())
asyncio.run(eagerly())
