import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = asyncio.Future(loop=loop)
    print(f.get_loop() is loop, f.done(), f.cancelled())
    for name in ("result", "exception"):
        try:
            getattr(f, name)()
        except asyncio.InvalidStateError as exc:
            print(name, type(exc).__name__, exc)
    f.set_result(3)
    for call in (lambda: f.set_result(4), lambda: f.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as exc:
            print(exc)
    f = asyncio.Future()
    try:
        f.set_exception(StopIteration)
    except TypeError as exc:
        print(exc)
    f = asyncio.Future()
    f.set_exception(RuntimeError)
    print(repr(f.exception()))
    f = asyncio.Future()
    f.set_exception(ValueError("v"))
    try:
        await f
    except ValueError as e:
        print("raised", e, e is f.exception())
    f = asyncio.Future()
    events = []
    f.add_done_callback(lambda fut: events.append(("a", fut.result())))
    b = lambda fut: events.append(("b", fut.result()))
    f.add_done_callback(b)
    f.add_done_callback(b)
    print(f.remove_done_callback(b), f.remove_done_callback(b))
    f.set_result(1)
    print(events)
    await asyncio.sleep(0)
    print(events)
    f.add_done_callback(lambda fut: events.append("late"))
    await asyncio.sleep(0)
    print(events)
    f = asyncio.Future()
    print(f.cancel("message"), f.cancel(), f.cancelled(), f.done())
    try:
        f.result()
    except asyncio.CancelledError as e:
        print("msg", e.args)
    try:
        f.exception()
    except asyncio.CancelledError as e:
        print("msg", e.args)
    try:
        await f
    except asyncio.CancelledError as e:
        print("msg", e.args)
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print(e)
    # iteration
    f = asyncio.Future()
    it = iter(f)
    print(next(it) is f)
    f.set_result(42)
    try:
        next(it)
    except StopIteration as e:
        print("stop", e.value)
    f = asyncio.Future()
    g = f.__await__()
    print(g.send(None) is f)
    try:
        g.throw(KeyError("k"))
    except KeyError as e:
        print("thrown", e)
    g = asyncio.Future().__await__()
    next(g)
    try:
        next(g)
    except RuntimeError as e:
        print("RuntimeError", e)
    g.close()
    try:
        f.add_done_callback()
    except TypeError as e:
        print(e)
    print(asyncio.isfuture(f), asyncio.isfuture(asyncio.Future), asyncio.isfuture(1))
    print(f._asyncio_future_blocking, f._state, f._callbacks)
    try:
        del f._asyncio_future_blocking
    except AttributeError as e:
        print(type(e).__name__)


asyncio.run(main())
try:
    asyncio.Future()
except RuntimeError as e:
    print(e)
loop = asyncio.new_event_loop()
f = asyncio.Future(loop=loop)
f.set_result("outside")
print(loop.run_until_complete(f))
loop.close()
try:
    f.add_done_callback(print)
except RuntimeError as e:
    print(e)
