# What an expression has left behind is not held while a later one waits.
import asyncio


def handler(loop, ctx):
    print("told", repr(ctx["exception"]))


async def fail(d):
    await asyncio.sleep(d)
    print("fails")
    raise ValueError(d)


def say(*a):
    print(*a)


def show(x):
    return x


async def watcher(kind):
    await asyncio.sleep(0.01)
    c = asyncio.Condition()
    if kind == 0:
        say(222, len(sorted(t.get_name() for t in asyncio.all_tasks())))
        async with c:
            try:
                say(223, show(await asyncio.wait_for(c.wait(), 0.02)))
            except TimeoutError:
                pass
    elif kind == 1:
        say(222, len(sorted(t.get_name() for t in asyncio.all_tasks())))
        try:
            say(223, show(await asyncio.wait_for(asyncio.Event().wait(), 0.02)))
        except TimeoutError:
            pass
    elif kind == 2:
        say(222, len(sorted(t.get_name() for t in asyncio.all_tasks())))
        say(223, show(await asyncio.wait_for(asyncio.sleep(0.02), 1)))
    else:
        say(222, len(sorted(t.get_name() for t in asyncio.all_tasks())))
        async with c:
            print("x", 1, 2, await asyncio.sleep(0.02, 1), 4)


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    for kind in range(4):
        t = asyncio.create_task(watcher(kind))
        asyncio.create_task(fail(0.02), name="f")
        await t
        await asyncio.sleep(0.1)


asyncio.run(main())
