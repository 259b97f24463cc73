import asyncio, inspect, types, collections.abc
async def foo(): 
    await bar(); return 'foo'
async def bar(): await baz()
@types.coroutine
def baz(): 
    x = yield 'yielded'
    return x
c = foo()
print(inspect.getcoroutinestate(c), c.cr_running, c.cr_await, c.cr_frame is None, c.cr_code.co_name)
print(c.send(None), inspect.getcoroutinestate(c), c.cr_await.__name__)
try: c.send('in')
except StopIteration as e: print(e.value, inspect.getcoroutinestate(c), c.cr_frame)
c = foo(); c.send(None)
try: c.throw(ValueError, 'tt')
except ValueError as e: print(repr(e), inspect.getcoroutinestate(c))
try: c.send(None)
except RuntimeError as e: print(e)
c = foo(); c.close(); print(inspect.getcoroutinestate(c)); c.close()
for o in (foo(), baz(), baz, foo, 3):
    print(isinstance(o, collections.abc.Coroutine), isinstance(o, collections.abc.Awaitable), inspect.iscoroutine(o), inspect.isawaitable(o), asyncio.iscoroutine(o), inspect.iscoroutinefunction(o), asyncio.iscoroutinefunction(o), inspect.isgenerator(o), inspect.isgeneratorfunction(o))
    if hasattr(o, 'close'): o.close()
def gen():
    yield 1
g = gen(); print(inspect.getgeneratorstate(g), g.gi_running, g.gi_frame is not None, g.gi_yieldfrom); next(g); print(inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g), g.gi_frame)
class Awaitable1:
    def __await__(self):
        r = yield 'a'
        return r
async def aw(): return await Awaitable1()
c = aw(); print(c.send(None))
try: c.send('back')
except StopIteration as e: print(e.value)
class It:
    def __init__(self): self.n = 0
    def __await__(self): return self
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('it done')
        return self.n
async def it(): return await It()
c = it(); print(c.send(None), c.send(None))
try: c.send(None)
except StopIteration as e: print(e.value)
async def deleg():
    try: return await Awaitable1()
    except KeyError as e: print('caught', e); return await bar2()
async def bar2(): return 'bar2'
c = deleg(); c.send(None)
try: c.throw(KeyError('kk'))
except StopIteration as e: print(e.value)
async def main():
    @types.coroutine
    def old(): 
        yield
        r = yield from asyncio.sleep(0.1, 'slept').__await__()
        return r
    print(await old(), asyncio.get_running_loop().time())
    try: print(await asyncio.ensure_future(old()))
    except TypeError as e: print(e)
asyncio.run(main())
async def inner():
    await asyncio.sleep(0)
async def stacked():
    await inner()
async def stacks():
    c = stacked()
    print(inspect.getcoroutinestate(c), c.cr_running, c.cr_await is None, c.cr_frame is not None)
    t = asyncio.create_task(c)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(c), c.cr_running)
    print([f.f_code.co_name for f in t.get_stack()], len(t.get_stack(limit=1)))
    await t
    print(inspect.getcoroutinestate(c), c.cr_frame, c.cr_await, t.get_stack())
    async def failing():
        raise ValueError("deep")
    async def raising():
        await failing()
    t = asyncio.create_task(raising())
    await asyncio.wait([t])
    print([f.f_code.co_name for f in t.get_stack()][-2:], repr(t.exception()))
asyncio.run(stacks())
