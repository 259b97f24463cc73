"""KeyboardInterrupt and SystemExit leave the loop at once, from tasks and from callbacks; others do not."""
import asyncio

async def bad(exc):
    await asyncio.sleep(1)
    raise exc

async def other():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("other cancelled")
        raise

async def main(exc):
    t = asyncio.create_task(bad(exc))
    o = asyncio.create_task(other())
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as e:
        print("main cancelled", repr(e))
        print(t.done(), repr(t.exception()))
        raise

for exc in (KeyboardInterrupt("k"), SystemExit(3), GeneratorExit("g")):
    try:
        asyncio.run(main(exc))
    except BaseException as e:
        print("out", type(e).__name__, e.args, e is exc)

async def m2(exc):
    def cb():
        raise exc
    asyncio.get_running_loop().call_soon(cb)
    try:
        await asyncio.sleep(1)
    except BaseException as e:
        print("m2", repr(e))
        raise
    print("m2 went on")

for exc in (KeyboardInterrupt("k"), SystemExit(3), ValueError("x")):
    try:
        asyncio.run(m2(exc))
    except BaseException as e:
        print("out", type(e).__name__, e.args, e is exc)

async def m3(exc):
    raise exc
for exc in (KeyboardInterrupt("k"), SystemExit(3), GeneratorExit("g")):
    try:
        asyncio.run(m3(exc))
    except BaseException as e:
        print("out", type(e).__name__, e.args, e is exc)

async def m4():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    fut.add_done_callback(lambda f: 1/0)
    fut.add_done_callback(lambda f: print("second", f.result()))
    fut.set_result(3)
    await asyncio.sleep(0)
    print("after")
asyncio.run(m4())

async def tg():
    async with asyncio.TaskGroup() as g:
        g.create_task(bad(KeyboardInterrupt("in group")))
        g.create_task(other())
try:
    asyncio.run(tg())
except BaseException as e:
    print("out", type(e).__name__, e.args)
