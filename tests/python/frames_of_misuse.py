# The frames of what asyncio is misused for: of what its functions call inside of themselves, by version.

import asyncio
import contextvars
import traceback


def names(e):
    return [f.name for f in traceback.extract_tb(e.__traceback__)][1:]


def attempt(label, f):
    try:
        f()
        print(label, "fine")
    except BaseException as e:
        print(label, type(e).__name__, names(e))


async def aattempt(label, f):
    try:
        await f()
        print(label, "fine")
    except BaseException as e:
        print(label, type(e).__name__, names(e))


async def noop():
    pass


closed = asyncio.new_event_loop()
closed.close()
other = asyncio.new_event_loop()


def factory(loop, coro, **kw):
    coro.close()
    raise NameError("factory")


async def main():
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    foreign = asyncio.Future(loop=other)
    co = lambda: noop()
    attempt("ensure none", lambda: asyncio.ensure_future(5))
    attempt("ensure loop", lambda: asyncio.ensure_future(foreign, loop=loop))
    c = noop()
    c = noop()
    c.close()
    attempt("closed soon", lambda: closed.call_soon(print))
    attempt("closed at", lambda: closed.call_at(1, print))
    attempt("closed safe", lambda: closed.call_soon_threadsafe(print))
    attempt("closed executor", lambda: closed.run_in_executor(None, print))
    attempt("closed until", lambda: closed.run_until_complete(foreign))
    attempt("gather int", lambda: asyncio.gather(5))
    attempt("gather loops", lambda: asyncio.gather(foreign, loop.create_future()))
    attempt("shield int", lambda: asyncio.shield(5))
    attempt("as_completed fut", lambda: asyncio.as_completed(foreign))
    attempt("wrap int", lambda: asyncio.wrap_future(5))
    attempt("threadsafe int", lambda: asyncio.run_coroutine_threadsafe(5, loop))
    attempt("create int", lambda: asyncio.create_task(5))
    attempt("loop create int", lambda: loop.create_task(5))
    attempt("Task int", lambda: asyncio.Task(5))
    attempt("handler", lambda: loop.set_exception_handler(5))
    attempt("task factory", lambda: loop.set_task_factory(5))
    attempt("default executor", lambda: loop.set_default_executor(5))
    attempt("later none", lambda: loop.call_later(None, print))
    attempt("at none", lambda: loop.call_at(None, print))
    attempt("policy", lambda: asyncio.set_event_loop_policy(5))
    attempt("run nested", lambda: asyncio.run(noop()))
    attempt("until nested", lambda: loop.run_until_complete(foreign))
    attempt("sem neg", lambda: asyncio.Semaphore(-1))
    attempt("barrier 0", lambda: asyncio.Barrier(0))
    attempt("release lock", lambda: lock.release())
    attempt("notify", lambda: asyncio.Condition().notify())
    attempt("notify all", lambda: asyncio.Condition().notify_all())
    attempt("bounded", lambda: asyncio.BoundedSemaphore().release())
    attempt("get_nowait", lambda: asyncio.Queue().get_nowait())
    q = asyncio.Queue(1)
    q.put_nowait(1)
    attempt("put_nowait", lambda: q.put_nowait(2))
    q.task_done()
    attempt("task_done", lambda: q.task_done())
    attempt("tg none", lambda: asyncio.TaskGroup().create_task(noop()))
    attempt("timeout resched", lambda: asyncio.timeout(1).reschedule(2))
    fut = loop.create_future()
    attempt("result", lambda: fut.result())
    attempt("exception", lambda: fut.exception())
    fut.set_result(1)
    attempt("set again", lambda: fut.set_result(1))
    attempt("set exc again", lambda: fut.set_exception(ValueError()))
    f2 = loop.create_future()
    attempt("set exc int", lambda: f2.set_exception(5))
    attempt("set stop", lambda: f2.set_exception(StopIteration()))
    attempt("runner", lambda: asyncio.Runner().run(5))
    await aattempt("wait empty", lambda: asyncio.wait([]))
    await aattempt("wait fut", lambda: asyncio.wait(fut))
    await aattempt("wait when", lambda: asyncio.wait([fut], return_when="x"))
    await aattempt("wait coro", lambda: asyncio.wait([noop()]))
    await aattempt("wait int", lambda: asyncio.wait([5]))
    await aattempt("wait loops", lambda: asyncio.wait([foreign, fut]))
    await aattempt("wait_for int", lambda: asyncio.wait_for(5, 1))
    await aattempt("wait_for timeout", lambda: asyncio.wait_for(loop.create_future(), 0.01))
    await aattempt("wait_for 0", lambda: asyncio.wait_for(loop.create_future(), 0))
    await aattempt("sleep nan", lambda: asyncio.sleep(float("nan")))
    await aattempt("sleep str", lambda: asyncio.sleep("x"))
    await aattempt("cond wait", lambda: asyncio.Condition().wait())
    await aattempt("await foreign", lambda: foreign)
    await aattempt("to_thread", lambda: asyncio.to_thread(lambda: 1 / 0))
    await aattempt("executor", lambda: loop.run_in_executor(None, lambda: [][1]))
    b = asyncio.Barrier(2)
    await b.abort()
    await aattempt("barrier", lambda: b.wait())
    ctx = contextvars.copy_context()
    attempt("ctx", lambda: ctx.run(lambda: ctx.run(print)))
    loop.set_task_factory(factory)
    attempt("factory create", lambda: asyncio.create_task(noop()))
    attempt("factory ensure", lambda: asyncio.ensure_future(noop()))
    attempt("factory gather", lambda: asyncio.gather(noop()))
    await aattempt("factory wait_for", lambda: asyncio.wait_for(noop(), 1))
    attempt("factory shield", lambda: asyncio.shield(noop()))
    attempt("factory as_completed", lambda: next(asyncio.as_completed([noop()])))

    async def tg():
        async with asyncio.TaskGroup() as g:
            g.create_task(noop())

    await aattempt("factory tg", tg)
    loop.set_task_factory(None)


asyncio.run(main())
attempt("no loop create", lambda: asyncio.create_task(noop()))
attempt("no loop current", lambda: asyncio.current_task())
attempt("no loop all", lambda: asyncio.all_tasks())
attempt("no loop running", lambda: asyncio.get_running_loop())
attempt("no loop timeout", lambda: asyncio.timeout(1).__aenter__().send(None))
attempt("run int", lambda: asyncio.run(5))
other.set_task_factory(factory)
attempt("factory run", lambda: other.run_until_complete(noop()))
other.set_task_factory(None)
attempt("until int", lambda: other.run_until_complete(5))
attempt("until foreign", lambda: other.run_until_complete(asyncio.Future(loop=asyncio.new_event_loop())))


async def raises():
    raise KeyError


attempt("until raises", lambda: other.run_until_complete(raises()))
attempt("run raises", lambda: asyncio.run(raises()))


async def deadlock():
    other.call_soon(other.stop)
    await other.create_future()


attempt("until stop", lambda: other.run_until_complete(deadlock()))
