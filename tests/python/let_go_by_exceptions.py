"""What a statement was about to use when it failed is let go of before the exception is handled, and before its task is over."""

import asyncio


def told(loop, context):
    try:
        cur = asyncio.current_task() is not None
    except RuntimeError:
        cur = None
    print("told", context["message"][:30], type(context["exception"]).__name__, cur)


async def fails(n):
    raise ValueError(n)


async def failed(count=1):
    tasks = [asyncio.create_task(fails(n)) for n in range(count)]
    await asyncio.sleep(1)
    return tasks


async def pair():
    a, b = await failed(1)


async def three():
    a, b, *c = await failed(1)


async def call():
    print(await failed(1), 1 / 0)


async def add():
    x = (await failed(1)) + 1


async def sub():
    x = (await failed(1))[5]


async def att():
    x = (await failed(1)).nothing


async def loop_():
    for x in await failed(2):
        a, b = (x,)


async def dict_():
    return {"a": await failed(1), "b": 1 / 0}


async def with_():
    with await failed(1):
        pass


async def awith():
    async with await failed(1):
        pass


async def asr():
    assert not await failed(1)


async def meth():
    (await failed(1)).index(7)


async def key():
    {}[tuple(await failed(1))]


async def rz():
    raise await failed(1)


async def call2():
    (await failed(1))(3)


async def star():
    len(*await failed(2))


async def fmt():
    f"{await failed(1)} {1/0}"


async def caught(f):
    try:
        await f()
    except Exception as e:
        print("caught", type(e).__name__)
    print("end")


async def main():
    asyncio.get_running_loop().set_exception_handler(told)
    for f in (pair, three, call, add, sub, att, loop_, dict_, with_, awith, asr, meth, key, rz, call2, star, fmt):
        print("---", f.__name__)
        await caught(f)
        print("--- task")
        t = asyncio.create_task(f())
        await asyncio.sleep(2)
        print("over")
        del t
        print("dropped")


asyncio.run(main())
