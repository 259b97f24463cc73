"""Coroutines are called what `functools.wraps` calls their function."""

import asyncio, functools
def logged(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await function(*args)
    return wrapper
@logged
async def work(): await asyncio.sleep(0.1)
async def main():
    c = work()
    print(c.__name__, c.__qualname__)
    t = asyncio.create_task(c, name='x')
    print(t.get_coro().__name__, t.get_coro().__qualname__)
    await asyncio.sleep(0)
    print(t.get_coro().__name__)
    await t
    print(t.get_coro().__name__, t.get_coro().__qualname__)
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(t.get_coro().__name__, getattr(t.get_coro(), '__qualname__'))
asyncio.run(main())
