# The frames of locks and barriers of which a script has its own classes, or looks inside.

import asyncio
import traceback


def names(e):
    return [f.name for f in traceback.extract_tb(e.__traceback__)]


async def barrier():
    b = asyncio.Barrier(3)

    async def coro():
        try:
            await b.wait()
        except asyncio.CancelledError as e:
            print(names(e))
            raise

    async def entered():
        async with b:
            pass

    ts = [asyncio.create_task(coro()), asyncio.create_task(entered())]
    await asyncio.sleep(0.1)
    for t in ts:
        t.cancel()
        try:
            await t
        except asyncio.CancelledError as e:
            print(names(e))
    ts = [asyncio.create_task(coro()), asyncio.create_task(entered())]
    await asyncio.sleep(0.1)
    await b.abort()
    for t in ts:
        try:
            await t
        except asyncio.BrokenBarrierError as e:
            print(names(e), e)
    try:
        await b.wait()
    except asyncio.BrokenBarrierError as e:
        print(names(e), e)


async def condition():
    cond = asyncio.Condition()

    async def func(how):
        async with cond:
            if how:
                await cond.wait()
            else:
                await cond.wait_for(lambda: False)

    for how in (0, 1):
        for steps in range(4):
            t = asyncio.create_task(func(how))
            await asyncio.sleep(0)
            await cond.acquire()
            for n in range(steps):
                if n == 0:
                    cond.notify()
                if n == 2:
                    t.cancel("early")
                await asyncio.sleep(0)
            t.cancel("foo")
            await asyncio.sleep(0)
            cond.release()
            try:
                await t
            except asyncio.CancelledError as e:
                print(how, steps, e.args, names(e), repr(e.__context__))


class C(asyncio.Condition):
    pass


print(asyncio.Condition()._waiters)
asyncio.run(barrier())
asyncio.run(condition())
