"""What the text of a task says besides where its code lies; futures that are their own iterators."""
import asyncio


async def sleeper():
    await asyncio.sleep(10)


async def fails():
    raise ValueError("bad")


async def result():
    return [1, "two"]


async def main():
    t = asyncio.create_task(sleeper(), name="Ana")
    print(repr(t).startswith("<Task pending name='Ana' coro=<sleeper() running at "), "wait_for" in repr(t))
    await asyncio.sleep(0)
    print(repr(t).endswith("wait_for=<Future pending cb=[Task.task_wakeup()]>>"), "cancelling" in repr(t))
    t.cancel()
    print("cancelling" in repr(t), str(t)[:17])
    try:
        await t
    except asyncio.CancelledError:
        pass
    print(repr(t)[:28], "done, defined at" in repr(t))
    r, f = asyncio.create_task(result()), asyncio.create_task(fails())
    await asyncio.wait([r, f])
    print(repr(r).endswith("result=[1, 'two']>"), repr(f).endswith("exception=ValueError('bad')>"), f.exception())
    print(repr(r).split(" ")[1], f"{f}"[:15], "fails()" in f"{f}")
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    print(fut.__iter__() is not None, hasattr(fut, "__await__"), hasattr(fut, "__iter__"))


asyncio.run(main())
