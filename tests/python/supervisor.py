"""A task that looks after others, and futures."""
import asyncio

async def child(n):
    try:
        await asyncio.sleep(n)
        return n
    finally:
        print("cleanup", n)

async def supervisor():
    tasks = [asyncio.create_task(child(n), name=f"c{n}") for n in (3, 1, 2)]
    try:
        while tasks:
            t = tasks.pop(0)
            try:
                print("got", await t)
            except asyncio.CancelledError:
                print("child or me cancelled", t.cancelled())
                raise
    finally:
        for t in tasks:
            t.cancel()
        print(await asyncio.gather(*tasks, return_exceptions=True))

async def gen_like(n, out):
    for i in range(n):
        out.append(i)
        await asyncio.sleep(0)

async def main():
    s = asyncio.create_task(supervisor())
    await asyncio.sleep(1.5)
    s.cancel("stop now")
    try:
        await s
    except asyncio.CancelledError as e:
        print("supervisor", e)
    out = []
    await asyncio.gather(gen_like(3, out), gen_like(2, out))
    print(out)
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_later(0.5, fut.set_result, "done")
    print(await fut, loop.time())
    fut = loop.create_future()
    loop.call_soon(fut.set_exception, ValueError("nope"))
    try:
        await fut
    except ValueError as e:
        print("fut", e)

asyncio.run(main())
