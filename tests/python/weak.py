import asyncio, gc, weakref
class Res:
    def __init__(self, n): self.n = n
class Node: pass
async def use(r): await asyncio.sleep(0.1); return r.n
async def main():
    r = Res(1); wr = weakref.ref(r); print(await use(r), wr() is r); r = None; print(wr())
    a, b = Node(), Node(); a.o, b.o = b, a; w = weakref.ref(a); del a, b
    print(w() is None); gc.collect(); print(w() is None)
    f = asyncio.get_running_loop().create_future(); wf = weakref.ref(f); print(wf() is f); del f; print(wf())
    async def t(): pass
    tk = asyncio.create_task(t()); wt = weakref.ref(tk); await tk; del tk; gc.collect(); print('task', wt() is None)
    ws = weakref.WeakSet(); x = Res(2); y = Res(3); ws.add(x); ws.add(y); print(sorted(i.n for i in ws)); del x; gc.collect(); print(sorted(i.n for i in ws), len(ws))
    wd = weakref.WeakValueDictionary(); z = Res(4); wd['z'] = z; print('z' in wd, wd['z'].n, dict(wd) == {'z': z}); del z; gc.collect(); print('z' in wd, wd.get('z'), len(wd))
    try: weakref.ref(5)
    except TypeError as e: print(e)
    def fn(): pass
    w = weakref.ref(fn); print(w() is fn); del fn; print(w())
    # exception keeps frame locals
    class Obj: pass
    def raiser():
        o = Obj(); nonlocal w2; w2 = weakref.ref(o); raise ValueError('x')
    w2 = None
    try: raiser()
    except ValueError as e: print(w2() is not None)
    gc.collect(); print(w2() is None)
    async def cancelled(o): await asyncio.sleep(10)
    o = Obj(); w3 = weakref.ref(o); t3 = asyncio.create_task(cancelled(o)); del o; await asyncio.sleep(0); print(w3() is not None); t3.cancel()
    try: await t3
    except asyncio.CancelledError: pass
    gc.collect(); print(w3() is None)
asyncio.run(main())
