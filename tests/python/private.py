"""Looking at what tasks, futures, groups and handles keep to themselves, and giving them attributes of one's own."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def coro():
    await asyncio.sleep(0)
    return 1


def h_of(loop):
    return loop.call_soon(int)


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(coro(), name="t")
    print(t._must_cancel, t._fut_waiter, t._log_destroy_pending)
    await asyncio.sleep(0)
    print(t.done(), t._state)
    await t
    print(t._state, t._result, t._exception, t._loop is loop, t._callbacks)
    f = loop.create_future()
    print(f._state, f._callbacks, f._log_traceback, f._cancel_message, f._loop is loop, f._source_traceback)
    f.add_done_callback(print)
    print(len(f._callbacks), f._callbacks[0][0] is print)
    f.remove_done_callback(print)
    f.cancel("hello")
    print(f._cancel_message, f._state)
    f._cancel_message = "other"
    try:
        await f
    except asyncio.CancelledError as e:
        print(e.args)
    g = loop.create_future()
    g.set_exception(ValueError("x"))
    print(g._log_traceback, g._exception)
    g._log_traceback = False
    print(g._log_traceback)
    try:
        g._log_traceback = True
    except ValueError as e:
        print(e)
    t = asyncio.create_task(coro())
    t.cancel("msg")
    print(t._must_cancel, t._cancel_message)
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args, t._must_cancel)
    print(len(asyncio.all_tasks()), len(asyncio.all_tasks(loop)), asyncio.current_task(loop) is asyncio.current_task())
    other = asyncio.new_event_loop()
    print(asyncio.all_tasks(other), asyncio.current_task(other))
    other.close()
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(coro())
        print(len(tg._tasks), tg._exiting, tg._aborting, tg._entered)
    print(len(tg._tasks), tg._parent_task is asyncio.current_task())
    t = asyncio.create_task(coro())
    ctx = contextvars.copy_context()
    t2 = asyncio.create_task(coro(), context=ctx)
    try:
        print(t2.get_context() is ctx)
    except AttributeError as e:
        print(e)
    await t
    await t2
    print(t.get_stack(), hasattr(t, "get_stack"), hasattr(t, "get_frames"), getattr(t, "_state", None))
    print(getattr(t, "nothing", "default"), getattr(loop, "time")() == loop.time(), asyncio.Task.get_name(t2) == t2.get_name())
    print(asyncio.iscoroutinefunction(asyncio.Lock.acquire), asyncio.iscoroutinefunction(asyncio.Lock.release))
    for thing in (t, g, asyncio.Lock(), loop, h_of(loop)):
        for name in ("_state", "nickname"):
            try:
                setattr(thing, name, "Ana")
            except AttributeError as e:
                print(e)
        print(getattr(thing, "nickname", None))
    t.cancel = lambda: "not now"
    print(t.cancel(), t.nickname, t2.cancel(), hasattr(t2, "nickname"))
    w = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    print(w._fut_waiter is not None, type(w._fut_waiter).__name__)
    w.cancel()
    print(w._fut_waiter.cancelled())
    h = loop.call_later(1, print, "x")
    print(h.when(), h.cancelled(), h._args, h._callback is print)
    h.cancel()
    print(h.cancelled(), h._args, h._callback)


asyncio.run(main())
