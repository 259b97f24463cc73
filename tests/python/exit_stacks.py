"""What errors that the exits of a stack raise have as their context."""
import asyncio
import contextlib

async def explode(error):
    raise error

async def inner():
    try:
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(explode, OSError(8, 'juno'))
    except Exception as error:
        print('caught', repr(error), repr(error.__context__))

async def main():
    try:
        raise ValueError(1)
    except ValueError as e:
        await inner()
        try:
            async with contextlib.AsyncExitStack() as stack:
                stack.push_async_callback(explode, OSError(8, 'juno'))
        except Exception as error:
            print('caught', repr(error), repr(error.__context__))
        try:
            with contextlib.ExitStack() as stack:
                stack.callback(int, 'x')
        except Exception as error:
            print('caught', repr(error), repr(error.__context__))

async def gen():
    try:
        yield 1
    except ValueError:
        await asyncio.sleep(0)

async def other():
    g = gen()
    await anext(g)
    t = asyncio.current_task()
    asyncio.get_running_loop().call_soon(t.cancel)
    try:
        await g.athrow(ValueError(2))
    except BaseException as e:
        print(repr(e), repr(e.__context__))
        await inner()
asyncio.run(main())
try:
    asyncio.run(other())
except BaseException as e: print(repr(e))
class C:
    def __init__(self, e): self.e = e
    def __enter__(self): return self
    def __exit__(self, *a):
        raise self.e
    async def __aenter__(self): return self
    async def __aexit__(self, *a):
        await asyncio.sleep(0.1)
        raise self.e
def chain(e):
    out = []
    while e is not None and len(out) < 9:
        out.append(repr(e)); e = e.__context__
    return out
async def many():
    for inner_error in (None, ValueError('body')):
        for outer in (False, True):
            async def run():
                try:
                    async with contextlib.AsyncExitStack() as s:
                        s.enter_context(C(KeyError(1)))
                        await s.enter_async_context(C(KeyError(2)))
                        s.callback(explode, 3)
                        s.push_async_callback(explode, IndexError(4))
                        if inner_error: raise inner_error
                except BaseException as e:
                    print(chain(e))
                try:
                    with contextlib.ExitStack() as s:
                        s.enter_context(C(KeyError(1)))
                        s.push(lambda *a: True)
                        s.enter_context(C(KeyError(2)))
                        if inner_error: raise inner_error
                except BaseException as e:
                    print(chain(e))
            if outer:
                try: raise OSError('outer')
                except OSError: await run()
            else: await run()
asyncio.run(many())
