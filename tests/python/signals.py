import asyncio
import signal
import os
import _thread


async def main():
    print("main", signal.getsignal(signal.SIGINT) is not signal.default_int_handler)
    loop = asyncio.get_running_loop()
    loop.call_later(0.05, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as e:
        print("cancelled", repr(e), asyncio.current_task().cancelling())
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print("KI", repr(e), repr(e.__context__), e.__cause__)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


async def swallow():
    _thread.interrupt_main()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("swallowed")
    await asyncio.sleep(0)
    return 7


print(asyncio.run(swallow()))


async def twice():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        print("after first", asyncio.current_task().cancelling())
        signal.raise_signal(signal.SIGINT)
        print("never")
    except KeyboardInterrupt:
        print("KI inside")
        raise
    finally:
        print("finally")


try:
    asyncio.run(twice())
except KeyboardInterrupt as e:
    print("KI out", repr(e.__context__))


async def handlers():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    order = []

    def on(sig):
        order.append(sig)
        print("handler", sig, signal.Signals(sig).name, asyncio.current_task())
        stop.set()

    for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
        print(loop.add_signal_handler(sig, on, sig))
    signal.raise_signal(signal.SIGTERM)
    print("raised", order)
    loop.call_soon(print, "soon1")
    await asyncio.sleep(0)
    print("pass1", order)
    await asyncio.sleep(0)
    print("pass2", order)
    await asyncio.sleep(0)
    print("pass3", order)
    await stop.wait()
    os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGUSR1)
    loop.call_soon(lambda: (print("s1"), loop.call_soon(lambda: (print("s2"), loop.call_soon(print, "s3")))))
    await asyncio.sleep(0.01)
    print(order, loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT))
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGTERM).__name__)
    for bad in ("x", 0, 99, signal.SIGKILL):
        try:
            loop.add_signal_handler(bad, print)
        except Exception as e:
            print(type(e).__name__, e)
    try:
        loop.add_signal_handler(signal.SIGINT, handlers)
    except TypeError as e:
        print(e)


asyncio.run(handlers())
print(
    signal.getsignal(signal.SIGTERM),
    signal.getsignal(signal.SIGUSR1),
    signal.getsignal(signal.SIGINT) is signal.default_int_handler,
)


def mine(signum, frame):
    print("mine", signum, signal.strsignal(signum))


print(signal.signal(signal.SIGINT, mine) is signal.default_int_handler, signal.signal(signal.SIGTERM, signal.SIG_IGN))


async def own():
    signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGTERM)
    print(signal.getsignal(signal.SIGINT) is mine, repr(signal.getsignal(signal.SIGTERM)))
    await asyncio.sleep(0)
    print("done")


asyncio.run(own())
signal.signal(signal.SIGINT, signal.default_int_handler)
with asyncio.Runner() as runner:

    async def a():
        t = asyncio.create_task(asyncio.sleep(1))
        asyncio.get_running_loop().call_later(0.02, _thread.interrupt_main)
        try:
            await t
        finally:
            print(t.cancelled(), t.cancelling())

    try:
        runner.run(a())
    except KeyboardInterrupt:
        print("ki")
    print(runner.run(asyncio.sleep(0.01, "again")))


async def worker_interrupt():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, _thread.interrupt_main)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("c", round(loop.time() - start, 1))
        raise


import time

start = time.monotonic()
try:
    asyncio.run(worker_interrupt())
except KeyboardInterrupt:
    print("KI from worker")
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print("plain KI", e.args)
signal.raise_signal(signal.SIGCHLD)
print(
    signal.valid_signals() >= {signal.SIGINT},
    list(signal.Signals)[:3],
    signal.SIGINT + 0,
    f"{signal.SIGTERM}",
    signal.SIGTERM.name,
)
for a in [(99, None), (9, lambda *a: 0), (2, 5), ("x", 0), (0, signal.SIG_DFL)]:
    try:
        signal.signal(*a)
    except BaseException as e:
        print(type(e), e)
print(
    os.path.join("a", "b", "/c", "d"),
    os.path.basename("a/b.txt"),
    os.path.splitext("x/.b.tar.gz"),
    os.path.dirname("/a"),
    os.path.normpath("a/../../b//c/."),
    os.environ.get("NOPE_", 3),
    os.getenv("NOPE_"),
    os.sep,
    os.name,
)
