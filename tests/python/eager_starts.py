# eager
import asyncio, sys
if sys.version_info < (3, 12):
    print('none')
else:
    async def quick(v): print('quick', v, asyncio.current_task().get_name()); return v
    async def slow(v): print('slow', v); await asyncio.sleep(1); print('slow after', v); return v
    async def fail(v): print('fail', v); raise ValueError(v)
    async def main():
        loop = asyncio.get_running_loop(); loop.set_task_factory(asyncio.eager_task_factory)
        t = asyncio.create_task(quick(1), name='q'); print(t.done(), t.result(), t.get_name(), len(asyncio.all_tasks()))
        t = asyncio.create_task(slow(2)); print(t.done(), len(asyncio.all_tasks())); print(await t)
        t = asyncio.create_task(fail('f')); print(t.done(), repr(t.exception()))
        g = asyncio.gather(quick(1), quick(2)); print(g.done(), g.result()); print(await asyncio.gather(quick(3), slow(4), quick(5)))
        try: await asyncio.gather(quick(1), fail('g'), slow(9))
        except ValueError as e: print('g', e)
        async with asyncio.TaskGroup() as tg: x = tg.create_task(quick('tg')); print(x.done(), repr(tg)); y = tg.create_task(slow('tg2')); print(repr(tg))
        try:
            async with asyncio.TaskGroup() as tg: tg.create_task(slow('tg3')); tg.create_task(fail('tg4')); print('not reached?'); await asyncio.sleep(0); print('nor')
        except* ValueError as e: print(e.exceptions)
        async def me(): return asyncio.current_task()
        t = asyncio.create_task(me()); print(t.result() is t, asyncio.current_task() is t)
        async def canc(): asyncio.current_task().cancel('self'); await asyncio.sleep(0); print('no')
        t = asyncio.create_task(canc()); print(t.done())
        try: await t
        except asyncio.CancelledError as e: print(e.args)
        async def nest(n):
            if n: await asyncio.create_task(nest(n - 1)); print('nest', n)
        await asyncio.create_task(nest(3))
        print(await asyncio.wait_for(quick('w'), 1)); print(await asyncio.shield(quick('s')))
        d, p = await asyncio.wait([asyncio.create_task(quick('w1')), asyncio.create_task(slow('w2'))], return_when=asyncio.FIRST_COMPLETED); print(len(d), len(p)); await p.pop()
        for c in asyncio.as_completed([slow('a')]): print(await c)
        t = asyncio.Task(quick('direct'), loop=loop, eager_start=True); print(t.done()); t = asyncio.Task(quick('direct2'), loop=loop); print(t.done()); await t
        class T(asyncio.Task): pass
        loop.set_task_factory(asyncio.create_eager_task_factory(T)); t = asyncio.create_task(quick('T')); print(type(t).__name__, t.done())
        def cb(t): print('cb', t.result())
        t = asyncio.create_task(quick('cb')); t.add_done_callback(cb); print('added'); await asyncio.sleep(0); await asyncio.sleep(0)
    asyncio.run(main())
