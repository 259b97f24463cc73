# Code of a loop in a thread stands still in the middle of a pass: the rest of the pass comes when it goes on.
import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default=0)


def background():
    async def ticks(name, n):
        for i in range(n):
            print(name, i, asyncio.current_task().get_name())
            await asyncio.sleep(0.1)

    async def blocking():
        await asyncio.sleep(0.05)
        var.set(1)
        print("blocks")
        time.sleep(0.3)
        print("blocked", var.get(), asyncio.current_task().get_name(), asyncio.get_running_loop().is_running())
        return helper(2)

    def helper(k):
        time.sleep(0.01 * k)
        return "helped"

    async def inner():
        print(await asyncio.gather(ticks("a", 3), blocking(), ticks("b", 3)))

    asyncio.run(inner())


async def main():
    t = asyncio.create_task(asyncio.to_thread(background))
    for i in range(6):
        print("main", i)
        await asyncio.sleep(0.08)
    await t


asyncio.run(main())


# Waits for a result of the main loop from inside a coroutine of a thread's loop
async def main2():
    loop = asyncio.get_running_loop()

    async def ask(n):
        await asyncio.sleep(0.1)
        return n * 2

    def worker():
        async def inner():
            f = asyncio.run_coroutine_threadsafe(ask(21), loop)
            print("answer", f.result())
            e = threading.Event()
            threading.Timer(0.1, e.set).start()
            print(e.wait(1), e.is_set())
            return "over"

        return asyncio.run(inner())

    print(await asyncio.to_thread(worker))


asyncio.run(main2())


async def takes_turns():
    def worker(name, pause):
        async def sleeper():
            for i in range(3):
                time.sleep(pause)
                print(name, i)
                await asyncio.sleep(0)

        async def other():
            for i in range(3):
                print(name, "other", i)
                await asyncio.sleep(0)

        async def both():
            try:
                async with asyncio.timeout(pause * 2.5):
                    await asyncio.gather(sleeper(), other())
            except TimeoutError:
                print(name, "is late")

        asyncio.run(both())

    await asyncio.gather(asyncio.to_thread(worker, "x", 0.11), asyncio.to_thread(worker, "y", 0.13))


asyncio.run(takes_turns())


# A thread that has waited for its loop before is woken by nobody while its next job stands still.
async def asked_too_soon():
    loops = []

    async def waits():
        await asyncio.sleep(0.1)

    async def blocks():
        loops.append(asyncio.get_running_loop())
        time.sleep(0.2)
        print("blocked for its time")

    def job():
        asyncio.run(waits())
        asyncio.run(blocks())

    worker = asyncio.create_task(asyncio.to_thread(job))
    await asyncio.sleep(0.15)
    loops[0].call_soon_threadsafe(print, "asked while it blocks")
    await asyncio.sleep(0.1)
    print("still blocked")
    await worker


asyncio.run(asked_too_soon())
