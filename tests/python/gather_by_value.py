# `gather` called by a value starts its coroutines at once where tasks are eager, each once.
import asyncio
async def turn(n):
    print("turn", n)
    await asyncio.sleep(n)
    return n
async def main():
    if hasattr(asyncio, "eager_task_factory"): asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    f = asyncio.gather
    print(await f(turn(0), turn(1)))
    print(await f(*[turn(0), turn(1)], return_exceptions=True))
    for f in asyncio.gather, lambda *x: asyncio.gather(*x):
        print(await f(turn(0), turn(1)))
    import functools
    print(await functools.partial(asyncio.gather, return_exceptions=True)(turn(0), turn(1)))
asyncio.run(main())
