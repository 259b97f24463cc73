"""Runs that end in all ways, runners, and loops that are run by hand until they are closed."""
import asyncio
def s(label, f, *a, **k):
    try:
        print(label, repr(f(*a, **k)))
    except BaseException as e:
        print(label, type(e).__name__, e.args, type(e.__cause__).__name__, type(e.__context__).__name__)
async def ok(v=1):
    await asyncio.sleep(1); return v
async def bad(e):
    await asyncio.sleep(1); raise e
async def leave():
    async def left(n):
        try:
            print("left", n)
            await asyncio.sleep(100)
        except asyncio.CancelledError as e:
            print("left cancelled", n, e.args)
            if n == 2: raise ValueError("in cleanup")
            if n == 3:
                await asyncio.sleep(1); print("slow cleanup done")
            if n == 4:
                return "swallowed"
            raise
        finally:
            print("finally", n)
    for n in range(5): asyncio.create_task(left(n), name=f"left{n}")
    await asyncio.sleep(0.5)
    return "left main"
s("run", asyncio.run, ok(3)); s("run", asyncio.run, bad(KeyError(1))); s("run", asyncio.run, leave())
s("cancel", asyncio.run, bad(asyncio.CancelledError("c")))
async def selfc():
    asyncio.current_task().cancel("m"); await asyncio.sleep(0)
s("selfc", asyncio.run, selfc())
with asyncio.Runner() as r:
    s("r", r.run, ok(1)); s("r", r.run, bad(OSError("r")))
    loop = r.get_loop(); print(loop.is_running(), loop.is_closed(), loop.time())
    async def bg():
        asyncio.create_task(leaver())
    async def leaver():
        try:
            print("bg start"); await asyncio.sleep(50)
        finally:
            print("bg end")
    r.run(bg()); s("r", r.run, ok("with bg"))
    async def inner():
        s("nested", r.run, ok()); s("nested", asyncio.run, ok())
    r.run(inner())
print(loop.is_closed())
s("closed", r.run, ok()); s("closed", r.get_loop); s("close", r.close)
r = asyncio.Runner(); s("unused close", r.close); s("then run", r.run, ok(5)); r.close()
def fact():
    print("factory"); l = asyncio.new_event_loop(); return l
with asyncio.Runner(loop_factory=fact) as r:
    s("f", r.run, ok("f"))
try:
    with asyncio.Runner() as r:
        r.run(ok()); raise ValueError("in with")
except ValueError as e: print(e)
loop = asyncio.new_event_loop()
async def named(): return asyncio.current_task().get_name()
s("h", loop.run_until_complete, named()); s("h", loop.run_until_complete, named())
t = loop.create_task(ok("t")); s("h", loop.run_until_complete, t); s("again", loop.run_until_complete, t)
s("bad", loop.run_until_complete, 3); s("bad", loop.run_until_complete, bad(ValueError("v")))
f = loop.create_future(); loop.call_later(2, f.set_exception, KeyError("f")); s("fut", loop.run_until_complete, f)
f = loop.create_future(); loop.call_later(2, f.cancel, "fc"); s("fut", loop.run_until_complete, f)
f = loop.create_future(); loop.call_soon(loop.stop); s("stop", loop.run_until_complete, f); print(f.done())
loop.stop(); loop.call_soon(print, "one pass"); loop.run_forever()
n = 0
def tick():
    global n
    n += 1; print("tick", n, loop.time())
    if n < 3: loop.call_later(1, tick)
    else: loop.stop()
loop.call_soon(tick); loop.run_forever()
loop.call_soon(print, "dropped"); loop.close(); loop.close()
s("closed", loop.run_forever); s("closed", loop.call_later, 1, print); s("closed", loop.call_at, 1, print); print(loop.is_closed(), loop.is_running())
co = ok(); s("closed", loop.create_task, co); co.close()
f = loop.create_future(); print(f)
