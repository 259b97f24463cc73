import asyncio, gc
async def main():
    loop = asyncio.get_running_loop()
    def h(l, c): print('H', c['message'].split(' <')[0].split('(')[0], repr(c.get('exception')), sorted(c))
    loop.set_exception_handler(h)
    async def bad(): raise ValueError('lost')
    asyncio.create_task(bad())
    await asyncio.sleep(0); await asyncio.sleep(0); gc.collect(); print('1')
    f = loop.create_future(); f.set_exception(KeyError('f')); del f; gc.collect(); print('2')
    t = asyncio.create_task(bad()); await asyncio.sleep(0); await asyncio.sleep(0); print(repr(t.exception())); del t; gc.collect(); print('3')
    def cb(f): raise RuntimeError('cb')
    f = loop.create_future(); f.add_done_callback(cb); f.set_result(1); await asyncio.sleep(0); print('4')
    g = asyncio.gather(bad(), bad()); 
    await asyncio.sleep(0.1); del g; gc.collect(); print('5')
    async def outer():
        t = asyncio.create_task(bad())
        await asyncio.sleep(0.1)
    await outer(); gc.collect(); print('6')
    sh = asyncio.shield(asyncio.create_task(bad()))
    sh.cancel(); await asyncio.sleep(0.1); del sh; gc.collect(); print('7')
    async def selfref():
        me = asyncio.current_task()
        raise ValueError('circle')
    asyncio.create_task(selfref()); await asyncio.sleep(0.1); print('8'); gc.collect(); print('9')
    f = loop.create_future(); f.set_exception(ValueError('cyc')); f.add_done_callback(lambda _, f=f: None); await asyncio.sleep(0)
    f.me = f if hasattr(f, '__dict__') else None
    del f; gc.collect(); print('10')
asyncio.run(main())
