# The frames of what waits for futures whose class says itself what became of them.

import asyncio
import traceback


def names(e):
    return [f.name for f in traceback.extract_tb(e.__traceback__)][1:]


class F(asyncio.Future):
    def done(self):
        return super().done()

    def result(self):
        return super().result()

    def cancelled(self):
        return super().cancelled()

    def exception(self):
        return super().exception()


async def attempt(label, f):
    try:
        r = f()
        if asyncio.iscoroutine(r) or asyncio.isfuture(r):
            r = await r
        print(label, "fine")
    except BaseException as e:
        print(label, type(e).__name__, names(e))


async def boom():
    raise KeyError


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    f = F()
    f.set_exception(ValueError(1))
    await attempt("gather", lambda: asyncio.gather(f, boom()))
    await attempt("shield", lambda: asyncio.shield(f))
    await attempt("wait_for", lambda: asyncio.wait_for(f, 1))
    await attempt("wait_for 0", lambda: asyncio.wait_for(F(), 0))
    await attempt("wait_for .1", lambda: asyncio.wait_for(F(), 0.1))
    await attempt("wait empty", lambda: asyncio.wait([]))
    await attempt("wait", lambda: asyncio.wait(f))
    await attempt("as_completed", lambda: asyncio.as_completed(f))
    for c in asyncio.as_completed([f, F()], timeout=0.1):
        await attempt("each", lambda: c)

    async def t():
        async with asyncio.timeout(0.1):
            await F()

    await attempt("timeout", t)
    w = asyncio.create_task(asyncio.wait([F()]))
    await asyncio.sleep(0)
    w.cancel()
    await attempt("wait cancel", lambda: w)
    w = asyncio.create_task(asyncio.wait_for(F(), 3))
    await asyncio.sleep(0)
    w.cancel()
    await attempt("wait_for cancel", lambda: w)


asyncio.run(main())
