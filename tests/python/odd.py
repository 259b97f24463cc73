"""Odd arguments, and objects with an __await__."""
import asyncio
async def t(label, aw):
    try:
        print(label, repr(await aw))
    except BaseException as e:
        print(label, type(e).__name__, e.args)
async def ok(v=1):
    return v
def s(label, f, *a, **k):
    try:
        print(label, f(*a, **k))
    except BaseException as e:
        print(label, type(e).__name__, e.args)
class Box:
    async def meth(self): return "meth"
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "box"
class BadAwait:
    def __await__(self): return 3
class GenAwait:
    def __await__(self):
        x = yield
        return x
class YieldsJunk:
    def __await__(self):
        yield 5
        return 1
class NoneAwait:
    def __init__(self, n): self.n = n
    def __await__(self):
        for i in range(self.n):
            print("turn", i)
            yield
        return self.n
class Raises:
    def __await__(self):
        raise KeyError("aw")
        yield
async def main():
    loop = asyncio.get_running_loop()
    for bad in ("x", None, [], "1"):
        await t("sleep", asyncio.sleep(bad))
    await t("sleep nan", asyncio.sleep(float("nan")))
    await t("sleep res", asyncio.sleep(0.5, "r")); await t("sleep kw", asyncio.sleep(delay=0.5, result=[1]))
    await t("sleep neg", asyncio.sleep(-1, "n")); await t("bool", asyncio.sleep(True, "b"))
    await t("box", Box()); await t("bad", BadAwait()); await t("gen", GenAwait()); await t("junk", YieldsJunk()); await t("none", NoneAwait(3)); await t("raises", Raises())
    await t("task junk", asyncio.ensure_future(YieldsJunk()))
    print(await asyncio.gather(Box(), NoneAwait(1), Box().meth()))
    b = Box()
    print(await asyncio.wait_for(b, 3), asyncio.iscoroutine(b.meth), asyncio.iscoroutinefunction(b.meth))
    await t("wf bad", asyncio.wait_for(ok(), "x"))
    s("timeout bad", asyncio.timeout, "x")
    s("run in run", asyncio.run, ok())
    s("loop.run", loop.run_until_complete, ok())
    s("close", loop.close)
    await t("gather bad", ok()); 
    for bad in (3, "ab", None):
        s("gather", asyncio.gather, bad)
        s("shield", asyncio.shield, bad)
    await t("wait none", asyncio.wait(None)); await t("wait 3", asyncio.wait(3)); 
    s("as_completed", lambda: list(asyncio.as_completed(3)))
    s("name", lambda: asyncio.create_task(ok(), name="").get_name())
    s("name", lambda: asyncio.create_task(ok(), name=[1]).get_name())

    s("fut args", lambda: loop.create_future().cancel(msg="m"))
    f = loop.create_future()
    s("cancel msg", lambda: f.cancel("a")); 
    try: await f
    except asyncio.CancelledError as e: print(e.args)
    s("attr", lambda: f.nothing); s("attr", lambda: loop.nothing); s("attr", lambda: asyncio.current_task().nothing)
    s("cmp", lambda: f < f); s("len", lambda: len(f)); s("bool", lambda: bool(f)); s("idx", lambda: f[0]); s("call", lambda: f()); s("eq", lambda: f == f)
    s("with", lambda: isinstance(f, asyncio.Future))
    print(asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION)
    async def deep(n):
        if n == 0: raise ValueError("deep")
        try: await deep(n - 1)
        except ValueError as e: raise RuntimeError(n) from e
    try: await deep(3)
    except RuntimeError as e:
        while e: print(repr(e)); e = e.__cause__
asyncio.run(main())
