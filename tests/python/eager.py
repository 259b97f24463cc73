"""Eager tasks: of the factory, of one of the script, by hand; and the names that they have when."""
import asyncio
log = []
async def quick(v):
    print("quick", v, asyncio.current_task().get_name() is not None)
    return v
async def slow(v):
    print("slow start", v)
    await asyncio.sleep(1)
    print("slow end", v)
    return v
async def fail():
    raise ValueError("f")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(quick(1)); print(t.done(), t.result())
    t = asyncio.create_task(slow(2), name="slow2"); print(t.done(), t.get_name())
    e = asyncio.create_task(fail()); print(e.done(), repr(e.exception()))
    print(await asyncio.gather(quick(3), slow(4), quick(5)))
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(quick(6)); b = tg.create_task(slow(7))
        print(a.done(), b.done())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail())
            print("after fail")
            await asyncio.sleep(1)
            print("never")
    except* ValueError as eg:
        print(repr(eg))
    t = asyncio.create_task(slow(8)); t.cancel("c")
    try: await t
    except asyncio.CancelledError as e: print("cancelled", e.args)
    async def parent():
        me = asyncio.current_task()
        async def child():
            print("child is current", asyncio.current_task() is not me)
            await asyncio.sleep(0)
            return "c"
        c = asyncio.create_task(child())
        print("parent is current", asyncio.current_task() is me)
        return await c
    print(await asyncio.create_task(parent()))
    print(await asyncio.wait_for(quick(9), 1), await asyncio.wait_for(slow(10), 2))
    s = asyncio.shield(quick(11)); print(s.done(), await s)
    d, p = await asyncio.wait([asyncio.create_task(quick(12)), asyncio.create_task(slow(13))], return_when=asyncio.FIRST_COMPLETED)
    print(len(d), len(p))
    for t in p: await t
    for c in asyncio.as_completed([slow(14), quick(15)]): print(await c)
    loop.set_task_factory(None)
    t = asyncio.create_task(quick(16)); print(t.done()); await t
    t = asyncio.Task(quick(17), loop=loop, eager_start=True); print(t.done(), t.get_name())
    t = asyncio.Task(slow(18), loop=loop, eager_start=True, name="eager"); print(t.done(), t.get_name()); await t
    t = asyncio.eager_task_factory(loop, quick(19)); print(t.done())
    class Custom: pass
    made = []
    def constructor(coro, **kw):
        made.append(sorted(kw)); return asyncio.Task(coro, **kw)
    loop.set_task_factory(asyncio.create_eager_task_factory(constructor))
    t = asyncio.create_task(quick(20)); print(t.done(), made)
asyncio.run(main())


async def named(v):
    print("in", v, asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print("later", v, asyncio.current_task().get_name())
async def names():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(named(1)); print(t.get_name()); await t
    t = asyncio.create_task(named(2), name="n"); print(t.get_name()); await t
    await asyncio.gather(named(3), named(4))
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(named(5)); print(t.get_name())
        t = tg.create_task(named(6), name="g"); print(t.get_name())
    t = asyncio.ensure_future(named(7)); print(t.get_name()); await t
    await asyncio.wait_for(named(8), 1)
    s = asyncio.shield(named(9)); await s
    for c in asyncio.as_completed([named(10)]): await c
    asyncio.get_running_loop().set_task_factory(None)
    t = asyncio.create_task(named(11)); await t
asyncio.run(names())
