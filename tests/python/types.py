"""The types of asyncio's locks and queues, as values and as texts."""
import asyncio


async def main():
    q = asyncio.Queue()
    print(type(q).__name__, type(q) is asyncio.Queue, type(q), q.__class__.__name__, type(asyncio.Lock()) == asyncio.Lock)
    print([type(x) for x in (asyncio.Event(), asyncio.BoundedSemaphore(2), asyncio.LifoQueue(), asyncio.timeout(1), asyncio.TaskGroup())])
    print(asyncio.Barrier, asyncio.Condition.__name__, {asyncio.Lock: 1}[type(asyncio.Lock())])
    for cls in (asyncio.Lock, asyncio.Queue):
        print(cls.__name__, isinstance(cls(), cls))


asyncio.run(main())
