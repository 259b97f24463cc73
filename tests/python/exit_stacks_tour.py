# contextlib async
import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, nullcontext, suppress
async def main():
    @asynccontextmanager
    async def cm(n, sup=False):
        print('in', n)
        try: yield n * 2
        except ValueError as e:
            print('caught', e)
            if not sup: raise
        finally: print('out', n)
    async with cm(1) as v: print(v)
    async with cm(2, True): raise ValueError('x')
    try:
        async with cm(3): raise ValueError('y')
    except ValueError as e: print(repr(e))
    @asynccontextmanager
    async def noyield():
        if False: yield
    try:
        async with noyield(): pass
    except RuntimeError as e: print(e)
    @asynccontextmanager
    async def twice():
        yield 1; yield 2
    try:
        async with twice(): pass
    except RuntimeError as e: print(e)
    @asynccontextmanager
    async def twice_exc():
        try: yield
        except Exception: yield
    try:
        async with twice_exc(): raise ValueError
    except RuntimeError as e: print(e)
    @asynccontextmanager
    async def other():
        try: yield
        except ValueError: raise KeyError('other')
    try:
        async with other(): raise ValueError('first')
    except KeyError as e: print(repr(e), repr(e.__context__))
    for E in (StopIteration('s'), StopAsyncIteration('sa')):
        @asynccontextmanager
        async def woohoo(): yield
        try:
            async with woohoo(): raise E
        except Exception as e: print(type(e).__name__, e is E)
    # decorator
    @cm(7)
    async def deco(a): print('deco', a); return a
    print(await deco(1), await deco(2))
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(cm(4)))
        async def cb(*a, **k): print('cb', a, k)
        st.push_async_callback(cb, 1, k=2); st.callback(print, 'sync')
        async def exit_(t, v, tb): print('exit', t, v); return True
        st.push_async_exit(exit_)
        raise KeyError('swallowed')
    st = AsyncExitStack(); await st.enter_async_context(cm(5)); st2 = st.pop_all(); await st.aclose(); print('popped'); await st2.aclose()
    try:
        async with AsyncExitStack() as st:
            async def e1(*a): raise ValueError('e1')
            async def e2(*a): raise TypeError('e2')
            st.push_async_exit(e1); st.push_async_exit(e2); raise KeyError('k')
    except ValueError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
    try: await AsyncExitStack().enter_async_context(5)
    except TypeError as e: print(e)
    async def gen():
        try: yield 1; yield 2
        finally: print('closed gen')
    async with aclosing(gen()) as g:
        async for x in g: print(x); break
    async with nullcontext(3) as n: print(n)
    with suppress(asyncio.CancelledError): raise asyncio.CancelledError
    c = cm(9)
    async with c: pass
    try:
        async with c: pass
    except (RuntimeError, AttributeError) as e: print(type(e).__name__, e)
    async with cm(10): 
        t = asyncio.current_task(); t.cancel()
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print('cc'); t.uncancel()
    async def body():
        async with cm(11): await asyncio.sleep(10)
    t = asyncio.create_task(body()); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('body cancelled')
asyncio.run(main())
