# How tasks tell of what they step that is no coroutine of a function: objects, and what asynchronous generators' methods give.
import asyncio, re
from collections.abc import Coroutine


def P(*a):
    print(*[re.sub(r"0x[0-9a-f]+", "ADDR", str(x)) for x in a])


class Co(Coroutine):
    def __init__(self, n=1):
        self.n = n
        self.f = None

    def send(self, v):
        if self.n == 0:
            raise StopIteration("co")
        self.n -= 1
        return None

    def throw(self, *a):
        raise a[0]

    def close(self):
        pass

    def __await__(self):
        return self

    def __next__(self):
        return self.send(None)

    def __iter__(self):
        return self


class Named(Co):
    def __init__(self):
        super().__init__()
        self.__qualname__ = "qual.named"
        self.cr_running = True


class Named2(Co):
    def __init__(self):
        super().__init__()
        self.__name__ = "just_name"


async def main():
    for c in (Co(), Named(), Named2()):
        t = asyncio.create_task(c, name="T")
        P(repr(t), t.get_coro() is c)
        await asyncio.sleep(0)
        P(t)
        P(await t, t)
    t = asyncio.create_task(Co(3))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        P(t)


asyncio.run(main())


async def ag():
    yield 1
    await asyncio.sleep(1)
    yield 2


async def m2():
    g = ag()
    t = asyncio.create_task(g.__anext__(), name="N")
    P(t)
    P(await t, t)
    t = asyncio.create_task(g.__anext__(), name="N2")
    await asyncio.sleep(0.5)
    P(t)
    await t
    t = asyncio.create_task(g.aclose(), name="N2")
    P(t)
    await t
    P(t)


try:
    asyncio.run(m2())
except TypeError as e:
    print(e)
