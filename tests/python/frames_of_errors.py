# The frames of asyncio, contextlib and executors in tracebacks, wherever each of their functions raises.

import asyncio
import concurrent.futures
import contextlib
import sys
import traceback


def names(e):
    return [f.name for f in traceback.extract_tb(e.__traceback__)]


def told(word):
    def catch(e):
        print(word, type(e).__name__, names(e))

    return catch


async def attempt(word, coro):
    try:
        await coro
    except BaseException as e:
        print(word, type(e).__name__, names(e))


async def cancelled(word, coro, twice=False):
    t = asyncio.create_task(coro)
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except BaseException as e:
        print(word, type(e).__name__, names(e))


@contextlib.contextmanager
def cm():
    try:
        yield 1
    except KeyError:
        raise OSError("x")


@contextlib.asynccontextmanager
async def acm():
    try:
        yield 1
    except KeyError:
        raise OSError("x")


@contextlib.contextmanager
def never():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


async def main():
    q = asyncio.Queue(1)
    sem = asyncio.Semaphore(0)
    ev = asyncio.Event()
    cond = asyncio.Condition()
    lock = asyncio.Lock()
    await cancelled("get", q.get())

    async def get():
        return await q.get()

    await cancelled("get2", get())
    q.put_nowait(1)

    async def put():
        return await q.put(2)

    await cancelled("put", put())

    async def join():
        return await q.join()

    await cancelled("join", join())

    async def acq():
        await sem.acquire()

    await cancelled("acquire", acq())

    async def wsem():
        async with sem:
            pass

    await cancelled("async with", wsem())

    async def w():
        await ev.wait()

    await cancelled("event", w())

    async def c():
        async with cond:
            await cond.wait()

    await cancelled("condition", c())

    async def c2():
        async with cond:
            await cond.wait_for(lambda: False)

    await cancelled("wait_for", c2())

    async def c3():
        await cond.wait()

    await attempt("unowned", c3())
    try:
        cond.notify()
    except RuntimeError as e:
        told("notify")(e)
    await cancelled("wait", asyncio.wait([asyncio.create_task(asyncio.sleep(1))]))

    async def wt():
        await asyncio.wait([asyncio.create_task(asyncio.sleep(1))])

    await cancelled("wait2", wt())

    async def wf():
        await asyncio.wait_for(asyncio.sleep(1), 3)

    await cancelled("wait_for", wf())
    await attempt("wait_for 0", asyncio.wait_for(asyncio.sleep(1), 0))

    async def g():
        await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))

    await cancelled("gather", g())

    async def sh():
        await asyncio.shield(asyncio.sleep(0.1))

    await cancelled("shield", sh())

    async def tg():
        async with asyncio.TaskGroup() as g:
            g.create_task(asyncio.sleep(1))

    await cancelled("group", tg())

    async def tg2():
        async with asyncio.TaskGroup() as g:
            g.create_task(asyncio.sleep(1))
            await asyncio.sleep(1)

    await cancelled("group2", tg2())

    async def ac():
        for f in asyncio.as_completed([asyncio.sleep(1)]):
            await f

    await cancelled("as_completed", ac())

    async def ac2():
        for f in asyncio.as_completed([asyncio.sleep(1)], timeout=0.1):
            await f

    await attempt("as_completed timeout", ac2())
    await cancelled("thread", asyncio.to_thread(lambda: None) if False else asyncio.sleep(0.5))

    async def cc():
        with cm():
            raise KeyError(1)

    await attempt("cm", cc())

    async def ca():
        async with acm():
            raise KeyError(1)

    await attempt("acm", ca())

    async def cp():
        with cm():
            raise LookupError(1)

    await attempt("cm pass", cp())

    async def ap():
        async with acm():
            await asyncio.sleep(0)
            raise LookupError(1)

    await attempt("acm pass", ap())

    async def n():
        with never():
            pass

    await attempt("never", n())

    async def tw():
        with twice():
            pass

    await attempt("twice", tw())

    async def tw2():
        with twice():
            raise ValueError

    await attempt("twice2", tw2())

    async def st():
        with contextlib.ExitStack() as s:
            s.callback(lambda: 1 / 0)

    await attempt("stack", st())

    async def st2():
        async with contextlib.AsyncExitStack() as s:
            await s.enter_async_context(acm())
            s.enter_context(cm())
            raise KeyError

    await attempt("stack2", st2())

    async def st3():
        async with contextlib.AsyncExitStack() as s:

            async def boom():
                raise KeyError

            s.push_async_callback(boom)

    await attempt("stack3", st3())

    @cm()
    def deco():
        raise KeyError

    try:
        deco()
    except BaseException as e:
        told("deco")(e)

    @acm()
    async def adeco():
        raise KeyError

    await attempt("adeco", adeco())

    async def agen():
        try:
            yield 1
        finally:
            raise ValueError

    async def ag():
        async for x in agen():
            raise KeyError

    a = agen()
    await a.__anext__()
    await attempt("aclose", a.aclose())
    async with contextlib.aclosing(agen()) as a:
        pass

    async def cl():
        async with contextlib.aclosing(agen()) as a:
            await anext(a)

    await attempt("aclosing", cl())

    async def tr():
        async with asyncio.timeout(None) as t:
            pass
        t.reschedule(3)

    await attempt("reschedule", tr())

    async def tt():
        t = asyncio.timeout(1)
        async with t:
            pass
        async with t:
            pass

    await attempt("twice", tt())
    g = asyncio.TaskGroup()
    co = asyncio.sleep(0)
    try:
        g.create_task(co)
    except RuntimeError as e:
        told("create_task")(e)
    co.close()
    loop = asyncio.get_running_loop()
    for word, f in [
        ("create_task", lambda: asyncio.create_task(3)),
        ("gather", lambda: asyncio.gather(3)),
        ("ensure", lambda: asyncio.ensure_future(3)),
        ("shield", lambda: asyncio.shield(3)),
        ("run_until_complete", lambda: loop.run_until_complete(loop.create_future())),
        ("sem", lambda: asyncio.Semaphore(-1)),
        ("barrier", lambda: asyncio.Barrier(0)),
        ("call_later", lambda: loop.call_later(None, print)),
        ("call_at", lambda: loop.call_at(None, print)),
        ("task_done", lambda: asyncio.Queue().task_done()),
        ("Runner", lambda: asyncio.Runner().run(3)),
        ("loop", lambda: loop.create_task(3)),
        ("Task", lambda: asyncio.Task(3)),
        ("tsafe", lambda: asyncio.run_coroutine_threadsafe(3, loop)),
        ("as_completed", lambda: list(asyncio.as_completed(3))),
        ("wait_for", lambda: asyncio.wait_for()),
        ("cancel", lambda: asyncio.current_task().cancel(1, 2)),
        ("result", lambda: loop.create_future().result()),
    ]:
        try:
            f()
        except BaseException as e:
            told(word)(e)
    with concurrent.futures.ThreadPoolExecutor() as pool:

        def bad():
            raise KeyError

        j = pool.submit(bad)
        try:
            j.result()
        except KeyError as e:
            told("job")(e)
        try:
            list(pool.map(lambda x: 1 / x, [0]))
        except ZeroDivisionError as e:
            told("map")(e)
        for x in concurrent.futures.as_completed([j]):
            print(names(x.exception()))
    try:
        pool.submit(bad)
    except RuntimeError as e:
        told("submit")(e)
    try:
        loop.run_in_executor(pool, bad)
    except RuntimeError as e:
        told("run_in_executor")(e)

    async def sy():
        sys.exit(3)

    t = asyncio.create_task(sy())
    await asyncio.sleep(1)


try:
    asyncio.run(main())
except BaseException as e:
    told("exit")(e)
try:
    asyncio.run(3)
except BaseException as e:
    told("run")(e)
loop = asyncio.new_event_loop()


async def one():
    raise KeyError


try:
    loop.run_until_complete(one())
except BaseException as e:
    told("ruc")(e)


def stop():
    raise KeyboardInterrupt


loop.call_soon(stop)
try:
    loop.run_forever()
except BaseException as e:
    told("forever")(e)
loop.close()
for word, f in [
    ("call_soon", lambda: loop.call_soon(print)),
    ("rf", lambda: loop.run_forever()),
    ("ruc", lambda: loop.run_until_complete(loop.create_future())),
    ("call_at", lambda: loop.call_at(3, print)),
    ("exec", lambda: loop.run_in_executor(None, print)),
    ("safe", lambda: loop.call_soon_threadsafe(print)),
]:
    try:
        f()
    except BaseException as e:
        told(word)(e)
r = asyncio.Runner()
r.close()
try:
    r.get_loop()
except BaseException as e:
    told("runner")(e)
co = one()
try:
    r.run(co)
except BaseException as e:
    told("runner")(e)
co.close()


async def l():
    await lk.acquire()


lk = asyncio.Lock()


async def own():
    await lk.acquire()
    t = asyncio.create_task(l())
    await asyncio.sleep(0)
    t.cancel()


asyncio.run(own())


async def other():
    await lk.acquire()


try:
    asyncio.run(other())
except BaseException as e:
    told("lock")(e)
try:
    asyncio.get_running_loop()
except BaseException as e:
    told("running")(e)
try:
    asyncio.current_task()
except BaseException as e:
    told("current")(e)
try:
    asyncio.all_tasks()
except BaseException as e:
    told("all")(e)
co = one()
try:
    asyncio.create_task(co)
except BaseException as e:
    told("create")(e)
co.close()
try:
    asyncio.run(asyncio.wait_for(asyncio.sleep(3), 1))
except BaseException as e:
    told("timeout")(e)
