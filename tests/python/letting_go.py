"""Generators are closed where a program lets go of them, as CPython frees them with the last reference."""

import asyncio


def log(*a):
    print(*a)


def counter(n):
    try:
        while n:
            yield n
            n -= 1
    finally:
        log("closed", n)
async def ticker(n, delay=0):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        await asyncio.sleep(0)
        log("async closed", n)
def plain():
    g = counter(3)
    log(next(g))
    g = counter(4)
    log(next(g))
    del g
    log("deleted")
    g = counter(5)
    next(g)
    return 7
def fails():
    g = counter(6)
    next(g)
    raise ValueError("x")
log(plain())
try:
    fails()
except ValueError as e:
    log("handling")
log("handled")
try:
    fails()
except ValueError:
    log("handling")
log("handled")
def gives():
    g = counter(8)
    next(g)
    return g
h = gives()
log(next(h))
h = None
log("module")
async def consume(source):
    async for x in source:
        log("x", x)
        if x == 1:
            break
    log("left")
async def first(source):
    async for x in source:
        return x
async def named():
    source = ticker(3)
    async for x in source:
        log("n", x)
        break
    log("after break")
    await asyncio.sleep(0)
    log("end of named")
async def raises():
    source = ticker(4)
    async for x in source:
        raise KeyError(x)
async def main():
    await consume(ticker(5))
    log(1)
    await asyncio.sleep(0)
    log(await first(ticker(6)))
    await named()
    log(2)
    await asyncio.sleep(0)
    log(3)
    try:
        await raises()
    except KeyError as error:
        log("caught", error)
        await asyncio.sleep(0)
        log("in handler")
    log("out of it")
    await asyncio.sleep(0)
    log(4)
    log(await anext(ticker(7)))
    await asyncio.sleep(0.1)
    log(5)
    log(await first(await asyncio.sleep(0, x) for x in range(3)))
    log([x async for x in (y async for y in ticker(2))])
    gen = (await asyncio.sleep(0, k) for k in range(3))
    log(type(gen).__name__, [x async for x in gen])
    t = asyncio.create_task(consume(ticker(9)))
    await t
    log(6)
    agens = [ticker(10), ticker(11)]
    log([await anext(a) for a in agens])
    agens = None
    await asyncio.sleep(0)
    log(7)
    keep = ticker(12)
    await anext(keep)
    return keep.__name__ if hasattr(keep, "nothing") else 1
async def watched():
    try:
        yield 1
    except BaseException as error:
        log("saw", repr(error))
        raise
    finally:
        log("closing")
        await asyncio.sleep(0)
        log("closed")


class Owner:
    def __init__(self):
        self.source = watched()

    async def first(self):
        return await anext(self.source)


async def last():
    owner = Owner()
    log(await owner.first())
    owner = None
    await asyncio.sleep(0)
    source = watched()
    log(await anext(source))


asyncio.run(main())
log("end")
asyncio.run(last())
