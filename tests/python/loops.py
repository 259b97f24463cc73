"""Loops that are run by hand, several of them, with task factories; runners and their loops; what has an `__await__`."""
import asyncio
async def c(x):
    await asyncio.sleep(x)
    print("c", x, asyncio.get_running_loop().time())
    return x
a = asyncio.new_event_loop()
b = asyncio.new_event_loop()
print(a is b, a == a, a.is_closed(), a.is_running())
t = a.create_task(c(1), name="ta")
u = b.create_task(c(2))
a.call_soon(print, "soon a")
b.call_later(1, print, "later b")
print(b.run_until_complete(u))
print(t.done(), a.run_until_complete(t))
a.close()
print(a.is_closed(), b.is_closed())
try:
    a.run_until_complete(c(1))
except RuntimeError as e:
    print(e)
try:
    a.call_soon(print)
except RuntimeError as e:
    print(e)
b.close()
async def m():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    try:
        other.run_until_complete(c(1))
    except RuntimeError as e:
        print(e)
    try:
        loop.run_until_complete(c(1))
    except RuntimeError as e:
        print(e)
    try:
        loop.close()
    except RuntimeError as e:
        print(e)
    other.call_soon(print, "never")
    print(asyncio.get_event_loop() is loop, loop.is_running(), other.is_running())
    other.close()
asyncio.run(m(), debug=True)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
with asyncio.Runner(debug=True) as r:
    l = r.get_loop()
    print(l.get_debug(), l.is_closed())
    print(r.run(c(1)))
    async def who(): return asyncio.get_running_loop() is l
    print(r.run(who()))
print(l.is_closed())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
f = asyncio.Future()
loop.call_later(1, f.set_result, 5)
print(loop.run_until_complete(f))
g = asyncio.gather(c(1), c(2))
print(loop.run_until_complete(g))
s = asyncio.shield(c(1))
print(loop.run_until_complete(s))
def stop():
    loop.stop()
loop.call_later(3, stop)
loop.call_later(4, print, "too late")
loop.run_forever()
print("t", loop.time())
t = loop.create_task(c(10))
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(t)
except RuntimeError as e:
    print(e)
t.cancel()
try:
    loop.run_until_complete(t)
except asyncio.CancelledError as e:
    print("cancelled", e.args)
loop.run_until_complete(loop.shutdown_asyncgens())
print(len(asyncio.all_tasks(loop)))
async def fac():
    return asyncio.current_task().get_name()
def factory(loop, coro, **kw):
    print("factory", sorted(kw))
    return asyncio.Task(coro, loop=loop, **kw)
loop.set_task_factory(factory)
print(loop.get_task_factory() is factory)
t = loop.create_task(fac(), name="named")
print(loop.run_until_complete(t))
print(loop.run_until_complete(fac()))
async def many():
    t = asyncio.create_task(fac())
    async with asyncio.TaskGroup() as tg:
        u = tg.create_task(fac(), name="tg")
    print(await t, u.result())
    print(await asyncio.gather(fac(), fac()))
    print(await asyncio.wait_for(fac(), 1))
loop.run_until_complete(many())
loop.set_task_factory(None)
try:
    loop.set_task_factory(3)
except TypeError as e:
    print(e)
loop.close()
class Aw:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 7
async def aw():
    t = asyncio.ensure_future(Aw())
    print(await t)
    print(await asyncio.gather(Aw(), Aw()))
    print(await asyncio.wait_for(Aw(), 3))
    for bad in (3, "x", None, [1]):
        try:
            asyncio.ensure_future(bad)
        except TypeError as e:
            print(e)
    try:
        asyncio.create_task(Aw())
    except TypeError as e:
        print(type(e).__name__)
asyncio.run(aw())
