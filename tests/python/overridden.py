import asyncio
import collections


class Common:
    def __init__(self, *args, **keywords):
        self.calls = collections.defaultdict(int)
        super().__init__(*args, **keywords)

    def add_done_callback(self, *args, **keywords):
        self.calls['add_done_callback'] += 1
        return super().add_done_callback(*args, **keywords)


class CountingTask(Common, asyncio.Task):
    pass


class CountingFuture(Common, asyncio.Future):
    def cancel(self, msg=None):
        print('CountingFuture.cancel', msg)
        return super().cancel(msg)


class T(asyncio.Task):
    def cancel(self, msg=None): print('T.cancel', msg); return super().cancel(msg)
    async def helper(self): return self.get_name()
async def main():
    loop = asyncio.get_running_loop()
    async def w(): 
        try: await asyncio.sleep(1)
        except asyncio.CancelledError as e: print('w', e.args); raise
    loop.set_task_factory(lambda l, c, **k: T(c, loop=l, **k))
    t = asyncio.create_task(w(), name='tt'); await asyncio.sleep(0); t.cancel('m1')
    try: await t
    except asyncio.CancelledError as e: print(e.args)
    print(await t.helper())
    try:
        async with asyncio.timeout(0.01): await asyncio.create_task(w())
    except TimeoutError: print('timeout')
    try: await asyncio.wait_for(w(), 0.01)
    except TimeoutError: print('wf')
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w()); await asyncio.sleep(0); raise ValueError('x')
    except* ValueError: print('tg')
    g = asyncio.gather(w(), w()); await asyncio.sleep(0); g.cancel('gm')
    try: await g
    except asyncio.CancelledError as e: print('g', e.args)
    loop.set_task_factory(lambda l, c, **k: CountingTask(c, loop=l, **k))
    f = CountingFuture(loop=loop)
    async def func():
        loop.call_soon(f.set_result, 'spam')
        return await f
    t = asyncio.create_task(func(), name='counted')
    print(await t, dict(t.calls), dict(f.calls))
    f = CountingFuture(loop=loop)
    async def wait_for_it(): return await f
    t = asyncio.create_task(wait_for_it(), name='waiting'); await asyncio.sleep(0); t.cancel('inner')
    try: await t
    except asyncio.CancelledError as e: print(e.args, f.cancelled())
asyncio.run(main())
