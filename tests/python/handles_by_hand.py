import asyncio
def t(f):
    try: print('->', f())
    except BaseException as e: print(type(e).__name__, e)
async def main():
    loop = asyncio.get_running_loop()
    t(lambda: asyncio.TimerHandle(5, print, (1,), loop).when()); t(lambda: asyncio.Handle(print, (1,), loop).cancelled())
    h = asyncio.Handle(lambda *a: print('run', a), (1, 2), loop); print(h._args); h.cancel(); print(h._cancelled, repr(h), h._args)
    a, b = asyncio.TimerHandle(10, print, (), loop), asyncio.TimerHandle(20.5, print, (), loop); print(a.when(), b.when())
    a.cancel(); b.cancel(); print(a, b, a.cancelled(), b.cancelled(), isinstance(a, asyncio.Handle))

    t(lambda: loop.call_at(7, print).when()); t(lambda: loop.call_at(7.0, print).when()); t(lambda: loop.call_later(7, print).when())
    h = asyncio.TimerHandle(7.5, print, (), loop); k = loop.call_soon(int); print(hash(h) == hash(7.5), hash(k) == hash(k), {h: 1}[h])
    h = loop.call_at(9, print); h.cancel(); print(h); await asyncio.sleep(8)
asyncio.run(main())
