"""Waits of all kinds, timeouts, gathers and shields, with what comes of them."""
import asyncio
async def ok(d, v):
    await asyncio.sleep(d); return v
async def bad(d, e):
    await asyncio.sleep(d); raise e
async def show(label, aw):
    try:
        print(label, "->", repr(await aw))
    except BaseException as e:
        print(label, "!!", type(e).__name__, e.args, type(e.__cause__).__name__, type(e.__context__).__name__)
async def main():
    await show("wf", asyncio.wait_for(ok(1, "a"), 2))
    await show("wf to", asyncio.wait_for(ok(3, "a"), 2))
    await show("wf 0", asyncio.wait_for(ok(3, "a"), 0))
    await show("wf neg", asyncio.wait_for(ok(3, "a"), -1))
    await show("wf none", asyncio.wait_for(ok(1, "a"), None))
    await show("wf exc", asyncio.wait_for(bad(1, KeyError("k")), 2))
    f = asyncio.get_running_loop().create_future()
    f.set_result(9)
    await show("wf done", asyncio.wait_for(f, 0))
    f = asyncio.get_running_loop().create_future()
    await show("wf fut", asyncio.wait_for(f, 1))
    print(f.cancelled())
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            await asyncio.sleep(1)
            return "stub"
    await show("wf stub", asyncio.wait_for(stubborn(), 1))
    async def err_on_cancel():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError("instead")
    await show("wf errc", asyncio.wait_for(err_on_cancel(), 1))
    t = asyncio.create_task(show("wf outer", asyncio.wait_for(ok(5, 1), 10)))
    await asyncio.sleep(1); t.cancel("msg"); await t
    await show("shield", asyncio.shield(ok(1, 2)))
    inner = asyncio.create_task(ok(3, "inner"))
    t = asyncio.create_task(show("sh", asyncio.shield(inner)))
    await asyncio.sleep(1); t.cancel("m"); await t
    print(inner.done(), await inner)
    for ret in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        ts = [asyncio.create_task(ok(2, "x"), name="x"), asyncio.create_task(bad(1.5, OSError("y")), name="y"), asyncio.create_task(ok(1, "z"), name="z")]
        d, p = await asyncio.wait(ts, return_when=ret)
        print(ret, sorted(t.get_name() for t in d), sorted(t.get_name() for t in p), asyncio.get_running_loop().time())
        for t in ts: t.cancel()
        print(await asyncio.gather(*ts, return_exceptions=True))
    d, p = await asyncio.wait([asyncio.create_task(ok(2, 1))], timeout=1)
    print(len(d), len(p))
    for t in p: t.cancel()
    for bad_call in (lambda: asyncio.wait([]), lambda: asyncio.wait(ok(1, 1)), lambda: asyncio.wait([ok(1, 1)]), lambda: asyncio.wait([asyncio.ensure_future(ok(0, 0))], return_when="X")):
        await show("wait bad", bad_call())
    for x in asyncio.as_completed([ok(2, "b"), ok(1, "a"), bad(3, ValueError("c"))]):
        await show("ac", x)
    for x in asyncio.as_completed([ok(2, "b"), ok(1, "a")], timeout=1.5):
        await show("ac to", x)
    print(await asyncio.gather(), await asyncio.gather(ok(1, 1), ok(0, 2)))
    await show("g", asyncio.gather(ok(1, 1), bad(0.5, KeyError("g"))))
    await show("g re", asyncio.gather(ok(1, 1), bad(0.5, KeyError("g")), return_exceptions=True))
    g = asyncio.gather(ok(5, 1), ok(6, 2))
    await asyncio.sleep(1)
    print(g.cancel("why"), g.done(), g.cancelled())
    await show("g cancelled", g)
    print(g.cancelled(), g.done())
    g = asyncio.gather(ok(5, 1), ok(6, 2), return_exceptions=True)
    await asyncio.sleep(1); g.cancel()
    await show("g re cancelled", g)
    t = asyncio.create_task(ok(1, 1))
    g = asyncio.gather(t, t, ok(0, 3))
    await show("dup", g)
    t = asyncio.create_task(ok(1, 1)); g = asyncio.gather(t, ok(2, 3)); await asyncio.sleep(0); t.cancel("child")
    await show("child cancelled", g)
    try:
        async with asyncio.timeout(1) as cm:
            print(cm.when(), cm.expired(), cm)
            await asyncio.sleep(2)
    except TimeoutError as e:
        print("timeout", e.args, repr(e.__cause__), cm.expired(), cm)
    try:
        async with asyncio.timeout(1) as a:
            async with asyncio.timeout(2) as b:
                await asyncio.sleep(5)
    except TimeoutError:
        print(a.expired(), b.expired())
    try:
        async with asyncio.timeout(None) as cm:
            cm.reschedule(asyncio.get_running_loop().time() + 1)
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError as e:
                print(asyncio.current_task().cancelling(), e.args)
                raise
    except TimeoutError:
        print("resch", asyncio.current_task().cancelling())
    try:
        cm.reschedule(3)
    except RuntimeError as e:
        print(e)
    try:
        async with cm: pass
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout(0.1):
            raise ValueError("v")
    except ValueError as e:
        print(e)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await asyncio.sleep(0)
            print("never")
    except TimeoutError as e:
        print("past")
    c = asyncio.Timeout(None)
    try:
        c.reschedule(1)
    except RuntimeError as e:
        print(e)
    try:
        await c.__aexit__(None, None, None)
    except BaseException as e:
        print(type(e).__name__)
asyncio.run(main())
