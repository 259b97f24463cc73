"""What is driven by hand: the frames that an exception passes which is thrown in, `anext` with a default, frames around `__del__`."""

import asyncio
import sys
import traceback
import types


class W:
    def __init__(self, c):
        self.c = c

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self.c.send(None)

    def send(self, v):
        return self.c.send(v)

    def throw(self, *e):
        return self.c.throw(*e)

    def close(self):
        return self.c.close()


async def inner():
    await asyncio.sleep(0.1)


async def main():
    async def one(f):
        try:
            async with asyncio.timeout(0.05):
                await f()
        except TimeoutError as e:
            print("timeout", [f.name for f in traceback.extract_tb(e.__cause__.__traceback__)])

    await one(lambda: W(asyncio.sleep(0.1)))
    await one(lambda: W(inner()))

    async def fut():
        await asyncio.get_running_loop().create_future()

    await one(lambda: W(fut()))

    async def q():
        await asyncio.Queue().get()

    await one(lambda: W(q()))
    await one(lambda: W(asyncio.Queue().get()))


asyncio.run(main())


class Two:
    n = 0

    def __await__(self):
        Two.n += 1
        print("await", Two.n)
        if Two.n > 4:
            return 7
        yield from asyncio.sleep(0.1).__await__()
        print("mid")
        yield
        return 5


class It:
    def __aiter__(self):
        return self

    def __anext__(self):
        return Two()


class It2:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0.01)
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def ag():
    for i in range(2):
        await asyncio.sleep(0.1)
        yield i


async def waits_of_anext():
    print(await anext(It2(1), "d"), await anext(It2(0), "d"))
    it = It2(2)
    for _ in range(4):
        print(await anext(it, None))
    g = ag()
    for _ in range(4):
        print(await anext(g, None))
    g = ag()
    t = asyncio.ensure_future(anext(g, "x"))
    await asyncio.sleep(0.05)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled")
    print(await anext(g, "y"))
    try:
        async with asyncio.timeout(0.05):
            g = ag()
            await anext(g, 5)
    except TimeoutError as e:
        print("timeout", [f.name for f in traceback.extract_tb(e.__cause__.__traceback__)])
    try:
        await anext(It2("x"), 1)
    except TypeError as e:
        print([f.name for f in traceback.extract_tb(e.__traceback__)])
    print(await asyncio.gather(anext(It2(3), 1), anext(It2(0), "g"), anext(ag(), 3)))
    try:
        print(await asyncio.wait_for(anext(It(), 1), 1))
    except Exception as e:
        print(type(e).__name__, e)


asyncio.run(waits_of_anext())


@types.coroutine
def _async_yield(v):
    return (yield v)


class MyError(Exception):
    pass


async def agenfn():
    try:
        await _async_yield(1)
    except MyError:
        await _async_yield(2)
    return
    yield


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, "value", "-"))


for i in range(2):
    agen = agenfn()
    x = anext(agen, "default") if i == 0 else agen.__anext__()
    g = x.__await__() if i == 0 else x
    t(lambda: g.send(None))
    t(lambda: g.throw(MyError()))
    t(lambda: g.send(None))
    t(lambda: g.send(None))
    agen = agenfn()
    x = anext(agen, "default") if i == 0 else agen.__anext__()
    g = x.__await__() if i == 0 else x
    t(lambda: g.send(None))
    t(lambda: g.throw(MyError()))
    t(lambda: g.throw(MyError()))
    t(lambda: g.throw(MyError()))
    agen = agenfn()
    x = anext(agen, "default") if i == 0 else agen.__anext__()
    g = x.__await__() if i == 0 else x
    t(lambda: g.send(None))
    t(lambda: g.close())
    t(lambda: g.send(None))
    t(lambda: g.throw(MyError()))
    agen = agenfn()
    x = anext(agen, "default") if i == 0 else agen.__anext__()
    g = x.__await__() if i == 0 else x
    t(lambda: g.throw(MyError()))
    t(lambda: g.throw(MyError()))
    t(lambda: g.send(None))


class A:
    def __del__(self):
        f = sys._getframe()
        print(f.f_code.co_name, f.f_back.f_code.co_name, f.f_back.f_lineno)
        print([x.name for x in traceback.extract_stack()[-2:]])


def f():
    a = A()
    a = None
    return 1


f()
