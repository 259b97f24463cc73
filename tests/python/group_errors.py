"""Task groups in trouble: errors of children, of the body, of cleaning up, from outside; nested, late and over."""
import asyncio
class MyBase(BaseException): pass
async def ok(d, v):
    await asyncio.sleep(d); return v
async def bad(d, e):
    await asyncio.sleep(d); raise e
def tree(e, n=0):
    print("  " * n + repr(e), type(e.__cause__).__name__, type(e.__context__).__name__)
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions: tree(x, n + 1)
async def run(label, coro):
    print("==", label)
    t = asyncio.current_task()
    try:
        print(await coro)
    except BaseException as e:
        tree(e)
    print("cancelling", t.cancelling(), asyncio.get_running_loop().time())
async def a():
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(ok(1, 1)); tg.create_task(bad(0.5, ValueError(1))); tg.create_task(bad(0.5, TypeError(2)))
        await asyncio.sleep(3)
async def b():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(0.5, ValueError(1)))
        try:
            await asyncio.sleep(3)
        finally:
            raise KeyError("body")
async def c():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(ok(1, 1))
        raise MyBase("base")
async def d():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(0.5, MyBase("child")))
        tg.create_task(bad(0.5, ValueError("v")))
async def e():
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(ok(1, 1))
        t.cancel()
    return t.cancelled()
async def f():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(ok(10, 1))
        asyncio.current_task().cancel("self")
        await asyncio.sleep(0)
async def g():
    async with asyncio.TaskGroup() as o:
        o.create_task(ok(10, 1))
        async with asyncio.TaskGroup() as i:
            i.create_task(bad(1, OSError("in")))
async def h():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(1, ValueError("x")))
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            co = ok(1, 1)
            try:
                tg.create_task(co)
            except RuntimeError as err:
                print(type(err).__name__, "shutting down" in str(err))
                co.close()
            raise
async def i():
    async with asyncio.TaskGroup() as tg:
        pass
    co = ok(1, 1)
    try:
        tg.create_task(co)
    except RuntimeError as err:
        print(err)
        co.close()
    try:
        async with tg: pass
    except RuntimeError as err:
        print(err)
    tg = asyncio.TaskGroup()
    print(tg)
    co = ok(1, 1)
    try:
        tg.create_task(co)
    except RuntimeError as err:
        print(err)
        co.close()
async def j():
    async def spawner(tg, n):
        await asyncio.sleep(0.1)
        if n: tg.create_task(spawner(tg, n - 1), name=f"s{n}")
        print("spawn", n, asyncio.current_task().get_name())
    async with asyncio.TaskGroup() as tg:
        tg.create_task(spawner(tg, 3))
async def k():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(ok(5, 1))
                tg.create_task(bad(5, ValueError(2)))
    except TimeoutError as e:
        tree(e)
async def l():
    async def nested_cancel():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise RuntimeError("on cancel")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(nested_cancel())
        tg.create_task(bad(1, ValueError("first")))
async def m():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(1, asyncio.CancelledError("raised")))
        await asyncio.sleep(2)
    return "done m"
async def n():
    t = asyncio.create_task(a2())
    await asyncio.sleep(0.5)
    t.cancel("from outside")
    await t
async def a2():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(0.5, ValueError("race")))
        await asyncio.sleep(5)
async def main():
    for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n):
        t = asyncio.create_task(run(fn.__name__, fn()))
        try:
            await t
        except BaseException as error:
            print("escaped", repr(error))
asyncio.run(main())
