"""A gather holds the children that failed for as long as somebody holds it, and with them what their exceptions hold."""

import asyncio, contextlib


class Oops(Exception):
    pass


def handler(loop, c):
    print("handler", c["message"], repr(c["exception"]))


@contextlib.asynccontextmanager
async def room(name, delay=0, again=True):
    await asyncio.sleep(delay)
    try:
        yield name.upper()
    except Exception as e:
        print("room " + name, e)
        raise
    finally:
        await asyncio.sleep(delay)
        print("shut", name)


def boom():
    print("boom")
    raise Oops


async def f0():
    async with contextlib.AsyncExitStack() as st1:
        st1.callback(boom)
        print(await st1.enter_async_context(room("r6", 0.5)))
        await st1.enter_async_context(asyncio.timeout(3))
        saved = st1.pop_all()
        await saved.aclose()


async def main():
    print(asyncio.current_task().get_name())
    asyncio.get_running_loop().set_exception_handler(handler)
    g = asyncio.gather(asyncio.sleep(0), asyncio.wait_for(f0(), 1), asyncio.sleep(3, 2))
    await asyncio.sleep(1)
    print(g.cancel())
    print(await g)


for i in range(2):
    try:
        asyncio.run(main())
    except BaseException as e:
        print(repr(e))
print("over")
