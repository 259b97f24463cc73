# The frames of asyncio in tracebacks: of what fails, times out and is cancelled in it.

import asyncio
import traceback


def names(e):
    return [f.name for f in traceback.extract_tb(e.__traceback__)]


async def boom():
    await asyncio.sleep(0.01)
    raise ValueError("x")


async def plain():
    try:
        await boom()
    except ValueError as e:
        print("plain", names(e))
    try:
        await asyncio.wait_for(boom(), 1)
    except ValueError as e:
        print("wait_for", names(e))
    try:
        await asyncio.wait_for(asyncio.sleep(3), 0.1)
    except TimeoutError as e:
        print("wait_for timeout", names(e), names(e.__cause__) if e.__cause__ else None)
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(3)
    except TimeoutError as e:
        print("timeout", names(e), names(e.__cause__))
    try:
        await asyncio.gather(boom())
    except ValueError as e:
        print("gather", names(e))
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(boom())
    except* ValueError as e:
        print("group", names(e), [names(x) for x in e.exceptions])
    t = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancel sleep", names(e))
    q = asyncio.Queue()
    t = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancel get", names(e))
    lock = asyncio.Lock()
    await lock.acquire()

    async def w():
        async with lock:
            pass

    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancel lock", names(e))
    try:
        lock.release()
        lock.release()
    except RuntimeError as e:
        print("release", names(e))
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print("get_nowait", names(e))

    def bad():
        raise KeyError(1)

    try:
        await asyncio.to_thread(bad)
    except KeyError as e:
        print("thread", names(e))
    try:
        await asyncio.get_running_loop().run_in_executor(None, bad)
    except KeyError as e:
        print("executor", names(e))
    f = asyncio.Future()
    f.set_exception(OSError("a"))
    try:
        await f
    except OSError as e:
        print("future", names(e))
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print("twice", names(e))
    try:
        asyncio.run(boom())
    except RuntimeError as e:
        print("nested", names(e))
    s = asyncio.BoundedSemaphore(1)
    try:
        s.release()
    except ValueError as e:
        print("sem", names(e))
    try:
        for c in asyncio.as_completed([boom()]):
            await c
    except ValueError as e:
        print("as_completed", names(e))
    try:
        await asyncio.shield(boom())
    except ValueError as e:
        print("shield", names(e))
    b = asyncio.Barrier(2)

    async def wb():
        await b.wait()

    t = asyncio.create_task(wb())
    await asyncio.sleep(0)
    await b.abort()
    try:
        await t
    except asyncio.BrokenBarrierError as e:
        print("barrier", names(e))
    try:
        await asyncio.wait([])
    except ValueError as e:
        print("wait", names(e))
    try:
        await asyncio.wait([boom()])
    except TypeError as e:
        print("wait", names(e))
    raise LookupError("end")


try:
    asyncio.run(plain())
except LookupError as e:
    print("run", names(e))
with asyncio.Runner() as r:
    try:
        r.run(boom())
    except ValueError as e:
        print("runner", names(e))


async def c():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


try:
    asyncio.run(c())
except BaseException as e:
    print("cancelled", repr(e), names(e))
