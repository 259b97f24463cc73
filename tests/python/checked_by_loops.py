# What a loop that debugs says and refuses: what takes long, calls from another thread, callbacks that are none; and its end.
import asyncio, logging, time, sys, io, threading

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(name)s %(levelname)s %(message).60s")


class Bad:
    def __await__(self):
        yield 1


async def own():
    await asyncio.current_task()


async def slow():
    time.sleep(0.3)


async def wrong(loop):
    def f():
        try:
            loop.call_soon(print, 1)
        except RuntimeError as e:
            print("thread:", e)
        try:
            asyncio.get_running_loop()
        except RuntimeError as e:
            print("thread2:", e)

    await asyncio.to_thread(f)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)

    async def bad():
        return await Bad()

    for c in (bad(), own()):
        try:
            await asyncio.create_task(c)
        except RuntimeError as e:
            print(type(e).__name__, str(e)[:60])
    loop.set_debug(True)
    await slow()
    await asyncio.sleep(0)
    t = asyncio.create_task(slow(), name="slowpoke")
    await t
    await wrong(loop)

    async def coro():
        pass

    c = coro()
    for f in (
        lambda: loop.call_soon(c),
        lambda: loop.call_later(1, coro),
        lambda: loop.run_in_executor(None, coro),
        lambda: loop.call_soon("x"),
        lambda: loop.call_at(1, None),
        lambda: loop.call_soon_threadsafe(coro),
    ):
        try:
            r = f()
            print("ok", type(r).__name__)
            if hasattr(r, "cancel"):
                r.cancel()
        except TypeError as e:
            print("TypeError", str(e)[:50])
    c.close()
    try:
        loop.call_later(None, print)
    except TypeError as e:
        print(e)
    try:
        loop.call_at(None, print)
    except TypeError as e:
        print(e)
    try:
        loop.set_default_executor(5)
    except TypeError as e:
        print(e)
    try:
        loop.run_until_complete(asyncio.sleep(0))
    except RuntimeError as e:
        print(e)
    try:
        loop.run_forever()
    except RuntimeError as e:
        print(e)
    try:
        loop.set_exception_handler("x")
    except TypeError as e:
        print(e)
    try:
        loop.set_task_factory("x")
    except TypeError as e:
        print(e)
    print(loop.is_running(), loop.is_closed(), repr(loop)[:25])
    await asyncio.sleep(0.2)


asyncio.run(main())
