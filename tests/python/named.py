"""The names of functions, and what messages call callbacks."""
import asyncio, functools
class Hub:
    def note(self, *a): raise ValueError('note')
    def __call__(self, *a): raise ValueError('call')
    def __repr__(self): return '<hub of many words and more and more>'
class P:
    def __init__(self): raise ValueError
def crash(*args, **kw): raise KeyError(1)
def wrap(f):
    @functools.wraps(f)
    def w(*a): return f(*a)
    return w
@wrap
def crash2(*a): raise KeyError(3)
async def co(): raise ValueError(1)
async def main():
    loop = asyncio.get_running_loop()
    seen = []
    loop.set_exception_handler(lambda loop, context: seen.append(context['message'].split(' at ')[0]))
    f = loop.create_future(); f.set_result(1)
    hub = Hub()
    t = asyncio.create_task(asyncio.sleep(0))
    loop.call_soon(f.set_result, 'juno')
    loop.call_soon(f.set_exception, ValueError('a rather long text in the error of this'))
    loop.call_soon(crash)
    loop.call_soon(crash, 1, 'two', [3, 4], (5,), None, 1.5, True)
    loop.call_soon(functools.partial(crash, 1, two=2), 'x' * 50)
    loop.call_soon(functools.partial(hub.note, 1))
    loop.call_soon(hub.note, 7)
    loop.call_soon(hub, 7)
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(crash2)
    loop.call_soon(crash, hub)
    loop.call_soon([].append)
    loop.call_soon(int, 'x')
    loop.call_soon({}.pop, 'k')
    loop.call_soon(asyncio.Lock().release)
    loop.call_soon(asyncio.BoundedSemaphore(1).release)
    loop.call_soon(asyncio.Queue().get_nowait)
    loop.call_soon(asyncio.Queue().task_done)
    loop.call_soon(P)
    loop.call_soon(t.set_name) 
    loop.call_soon(t.uncancel, 1)
    f.add_done_callback(crash)
    f.add_done_callback(functools.partial(crash, 'done'))
    f.add_done_callback(hub.note)
    t.add_done_callback(lambda t: 1 / 0)
    loop.call_soon(asyncio.create_task, 3)
    async def inner():
        def f2(): raise OSError
        loop.call_soon(f2)
    await inner()
    await asyncio.sleep(1)
    for s in seen: print(s)
asyncio.run(main())
class Hub:
    def note(self): pass
    @staticmethod
    def st(): pass
def wrap(f):
    @functools.wraps(f)
    def w(*a): return f(*a)
    return w
@wrap
def crash2(*a): pass
def outer():
    def inner(): pass
    return inner
print(Hub.note.__qualname__, Hub().note.__qualname__, crash2.__qualname__, outer().__qualname__, outer().__name__, Hub.st.__qualname__, (lambda: 1).__qualname__, wrap.__qualname__)
f = outer(); f.__name__ = 'x'; print(f.__name__, f.__qualname__); f.__qualname__ = 'zz'; print(f.__name__, f.__qualname__)
print([].append.__qualname__, len.__qualname__, len.__name__)
