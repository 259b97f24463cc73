"""Where functions of the library are at home, and which of them CPython has in C."""

import asyncio, inspect, threading, functools

for f in (
    asyncio.sleep,
    asyncio.run,
    asyncio.get_running_loop,
    asyncio.current_task,
    asyncio.timeout,
    asyncio.to_thread,
    asyncio.wrap_future,
    threading.get_ident,
    asyncio.isfuture,
    asyncio.iscoroutine,
    asyncio.new_event_loop,
    asyncio.gather,
):
    print(
        f.__name__,
        f.__module__,
        type(f).__name__,
        inspect.isbuiltin(f),
        inspect.isfunction(f),
        inspect.isroutine(f),
        callable(f),
        asyncio.iscoroutinefunction(f),
    )
    if inspect.isbuiltin(f):
        print(f, [f])


@functools.wraps(asyncio.get_running_loop)
def nap(x):
    pass


print(nap.__module__, nap.__name__, nap.__wrapped__)
print(functools.partial(max, 1), functools.partial(asyncio.get_running_loop, 1))


async def main():
    l = asyncio.Lock()
    print(
        type(l.acquire).__name__,
        inspect.ismethod(l.acquire),
        type(asyncio.current_task().cancel).__name__,
        inspect.ismethod(asyncio.get_running_loop().time),
    )
    await asyncio.sleep(0)


asyncio.run(main())
