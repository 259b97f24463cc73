import asyncio
import contextvars
import functools
import re


def scrub(text):
    text = re.sub(r"0x[0-9a-f]+", "0x..", text)
    return re.sub(r"/[^ :]*/([\w.]+):(\d+)", r"\1:\2", text)


def here(text):
    return re.sub(r"at /\S+?/asyncio/(\w+)\.py:\d+", r"at \1.py", scrub2(text))


def scrub2(text):
    return re.sub(r"at (/\S+?)/([\w]+\.py):(\d+)", lambda m: m.group(0) if "asyncio" in m.group(1) else f"at {m.group(2)}:{m.group(3)}", text)


class Class:
    def method(self, *args):
        pass


def cb(fut):
    pass


async def coro():
    await asyncio.sleep(1)


async def deco():
    await asyncio.sleep(0)


def show(value):
    print(re.sub(r"0x[0-9a-f]+", "0x..", here(repr(value))))


async def main():
    loop = asyncio.get_running_loop()
    show(Class())
    show(Class().method)
    show(cb)
    show(main)
    show(lambda: 1)
    show([].append)
    c = coro()
    show(c)
    c.close()
    show((i for i in range(3)))
    show(object())
    show(iter([]))
    show(functools.partial(cb, 1, b=2))
    show(contextvars.ContextVar("name", default=3))
    t = asyncio.create_task(coro(), name="one")
    show(t)
    t.add_done_callback(cb)
    show(t)
    t.add_done_callback(functools.partial(cb, 1))
    show(t)
    t.add_done_callback(Class().method)
    show(t)
    await asyncio.sleep(0)
    show(t)
    show(asyncio.current_task())
    t2 = asyncio.create_task(deco())
    await t2
    show(t2)
    h = loop.call_soon(cb, 5)
    show(h)
    h2 = loop.call_later(5, functools.partial(cb, 1), 2)
    show(h2)
    h2.cancel()
    show(h2)
    h.cancel()
    show(h)
    show(loop.call_soon(lambda: None))
    show(loop.call_soon(Class().method, "a", [1, 2]))
    g = asyncio.gather(t)
    show(t)
    f = loop.create_future()
    f.add_done_callback(cb)
    show(f)
    s = asyncio.shield(f)
    show(f)
    f.set_result(5)

    async def waiter(t):
        await t

    w = asyncio.create_task(waiter(t), name="waiter")
    await asyncio.sleep(0)
    show(w)
    w.cancel()
    show(w)
    print(f"{t}" == repr(t), str(t2) == repr(t2))
    async with asyncio.TaskGroup() as tg:
        x = tg.create_task(deco(), name="x")
        show(x)
    try:
        await asyncio.gather(w, t, g)
    except asyncio.CancelledError:
        show(w)


asyncio.run(main())
