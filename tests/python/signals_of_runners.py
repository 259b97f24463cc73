import asyncio
import os
import signal
import _thread
import time


# a judge's version of test_runners' interrupts
def interrupt_self():
    _thread.interrupt_main()


async def test_interrupt_call_soon():
    loop = asyncio.get_running_loop()
    started = time.monotonic()

    async def coro():
        with_timeout = 0
        while with_timeout < 100:
            await asyncio.sleep(0)
            with_timeout += 1
        return "never"

    loop.call_soon(interrupt_self)
    return await coro()


with asyncio.Runner() as runner:
    runner.get_loop().call_later(0.1, interrupt_self)
    try:
        runner.run(asyncio.sleep(10))
    except KeyboardInterrupt as e:
        print("interrupt_wait", type(e.__context__).__name__)

with asyncio.Runner() as runner:
    runner.get_loop().call_later(0.01, interrupt_self)

    async def cancelled():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled, uncancel to", asyncio.current_task().uncancel())
            raise asyncio.CancelledError()

    try:
        runner.run(cancelled())
    except BaseException as e:
        print(type(e).__name__, e.args)

with asyncio.Runner() as runner:

    async def outer():
        asyncio.current_task().cancel("mine")
        asyncio.get_running_loop().call_soon(interrupt_self)
        try:
            await asyncio.sleep(1)
        finally:
            print("cancelling", asyncio.current_task().cancelling())

    try:
        runner.run(outer())
    except BaseException as e:
        print(type(e).__name__, e.args)

try:
    print(asyncio.run(test_interrupt_call_soon()))
except KeyboardInterrupt:
    print("ki soon")


async def ungraceful():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("first")
        try:
            await asyncio.sleep(10)
        finally:
            print("second")


with asyncio.Runner() as runner:
    loop = runner.get_loop()
    loop.call_later(0.01, interrupt_self)
    loop.call_later(0.02, interrupt_self)
    try:
        runner.run(ungraceful())
    except KeyboardInterrupt as e:
        print("KI", repr(e.__context__))
print("after")


async def group():
    async def child(n):
        try:
            await asyncio.sleep(n)
        except asyncio.CancelledError:
            print("child", n, "cancelled")
            raise

    try:
        async with asyncio.TaskGroup() as tg:
            for n in (1,):
                tg.create_task(child(n))
            tg.create_task(asyncio.to_thread(lambda: os.kill(os.getpid(), signal.SIGINT)))
    except* ValueError:
        print("no")


try:
    asyncio.run(group())
except KeyboardInterrupt:
    print("group interrupted")


async def graceful():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(asyncio.sleep(5), name=f"w{i}") for i in range(3)]

    async def shutdown(sig):
        print("got", sig.name)
        for t in tasks:
            t.cancel()
        print(await asyncio.gather(*tasks, return_exceptions=True))

    for s in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(s, lambda s=s: asyncio.create_task(shutdown(s), name="shutdown"))
    loop.call_later(0.05, os.kill, os.getpid(), signal.SIGTERM)
    await asyncio.wait(tasks)
    print([t.get_name() for t in tasks if t.cancelled()])
    await asyncio.sleep(0.01)


asyncio.run(graceful())
loop = asyncio.new_event_loop()
got = []
loop.add_signal_handler(signal.SIGUSR2, lambda *a: (got.append(a), loop.stop()), 1, 2)
os.kill(os.getpid(), signal.SIGUSR2)
print(got)
loop.run_forever()
print(got)
loop.close()
print(signal.getsignal(signal.SIGUSR2))
try:
    loop.add_signal_handler(signal.SIGUSR2, print)
except RuntimeError as e:
    print(e)
