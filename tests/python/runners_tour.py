import asyncio
import contextvars


async def a():
    return 1


def t(name, f):
    try:
        print(name, f())
    except BaseException as e:
        print(name, type(e).__name__, e)


class P(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("new loop")
        return super().new_event_loop()


t("run", lambda: asyncio.run(a()))
t("not coro", lambda: asyncio.run(1))


async def nested():
    co = a()
    try:
        asyncio.run(co)
    except RuntimeError as e:
        print(e)
    co.close()
asyncio.run(nested())

cvar = contextvars.ContextVar("cvar", default=-1)


async def get(): return cvar.get()
async def setv(x):
    old = cvar.get()
    cvar.set(x)
    return old
with asyncio.Runner() as runner:
    print(runner.run(setv(1)), runner.run(get()), runner.get_loop().is_closed())
    ctx = contextvars.copy_context()
    print(runner.run(get(), context=ctx), cvar.get())
    loop = runner.get_loop()
print(loop.is_closed())
t("closed", lambda: runner.run(get()))
t("closed", lambda: runner.get_loop())
runner.close()
r = asyncio.Runner(debug=True)
print(r.get_loop().get_debug())
r.close()
made = []
def factory():
    l = asyncio.new_event_loop()
    made.append(l)
    return l
with asyncio.Runner(loop_factory=factory) as r:
    print(r.get_loop() is made[0])
    async def names():
        return asyncio.current_task().get_name()
    print(r.run(names()), r.run(names()))


async def leftover():
    async def forever():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print("forever cancelled")
            await asyncio.sleep(1)
            print("after", asyncio.get_running_loop().time())
            raise
    asyncio.create_task(forever())
    await asyncio.sleep(0)
    return "left"
print(asyncio.run(leftover()))


async def failing():
    async def bad():
        try:
            await asyncio.sleep(100)
        finally:
            raise ValueError("in cleanup")
    asyncio.create_task(bad(), name="bad")
    await asyncio.sleep(0)
    asyncio.get_running_loop().set_exception_handler(lambda loop, ctx: print(sorted(ctx), ctx["message"], repr(ctx["exception"])))
asyncio.run(failing())


async def selfcancel():
    asyncio.current_task().cancel("me")
    await asyncio.sleep(0)
t("selfcancel", lambda: asyncio.run(selfcancel()))


async def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen closed")
async def useg():
    global g
    g = gen()
    async for x in g:
        print(x)
        break
asyncio.run(useg())
async def se(): raise SystemExit(3)
t("exit", lambda: asyncio.run(se()))
async def ki(): raise KeyboardInterrupt
t("ki", lambda: asyncio.run(ki()))
