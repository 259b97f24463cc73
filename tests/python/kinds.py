"""The classes of asyncio, asked for and made by hand."""
import asyncio
async def c(): return 1
async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(c()); f = loop.create_future()
    co = c()
    for x in (t, f, loop, 3):
        print(isinstance(x, asyncio.Future), isinstance(x, asyncio.Task), asyncio.isfuture(x), asyncio.iscoroutine(x), isinstance(x, asyncio.AbstractEventLoop), type(x).__name__)
    print(type(t) is asyncio.Task, type(f) is asyncio.Future, issubclass(asyncio.Task, asyncio.Future))
    co.close()
    g = asyncio.gather(t, c())
    print(isinstance(g, asyncio.Future))
    print(await g)
    h = loop.call_soon(print, "x"); h2 = loop.call_later(1, print, "y")
    print(isinstance(h, asyncio.Handle), isinstance(h2, asyncio.TimerHandle), isinstance(h2, asyncio.Handle), type(h).__name__, type(h2).__name__)
    print(isinstance(asyncio.Lock(), asyncio.Lock), isinstance(asyncio.Queue(), asyncio.Queue), isinstance(asyncio.PriorityQueue(), asyncio.Queue), isinstance(asyncio.BoundedSemaphore(1), asyncio.Semaphore), isinstance(asyncio.TimeoutError(), TimeoutError), asyncio.TimeoutError is TimeoutError)
    print(asyncio.Future.__name__, asyncio.Task.__name__, asyncio.Task, asyncio.Future)
    t = asyncio.Task(c(), loop=loop, name="n")
    print(t.get_name(), await t)
    f = asyncio.Future(loop=loop)
    f.set_result(2)
    print(await f, asyncio.current_task(loop) is asyncio.current_task(), len(asyncio.all_tasks(loop)))
    print(await asyncio.ensure_future(c(), loop=loop))
    try:
        asyncio.Task(3)
    except TypeError as e:
        print(e)
    try:
        asyncio.create_task(3)
    except TypeError as e:
        print(e)
    pass
    print(await f)
asyncio.run(main())
