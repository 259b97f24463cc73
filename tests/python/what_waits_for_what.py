"""`cr_await` and its kin, gone through from a task to what it waits for at last."""

import asyncio
import types


def chain(waits):
    names = []
    while waits is not None:
        kind = next((kind for kind in ("cr", "gi", "ag") if hasattr(waits, f"{kind}_code")), None)
        if kind is None:
            names.append(type(waits).__name__)
            break
        names.append(f"{type(waits).__name__} {waits.__qualname__} {getattr(waits, f'{kind}_code').co_name}")
        waits = getattr(waits, {"cr": "cr_await", "gi": "gi_yieldfrom", "ag": "ag_await"}[kind])
    return names


async def leaf(awaitable):
    return await awaitable


async def stem(awaitable):
    async with asyncio.timeout(10):
        return await leaf(awaitable)


@types.coroutine
def plain(future):
    return (yield from future)


async def over_plain(future):
    return await plain(future)


async def sleeper(delay):
    await asyncio.sleep(delay)


async def in_line(lock):
    await lock.acquire()


async def for_event(event):
    await event.wait()


async def at_queue(queue):
    await queue.get()


async def putting(queue):
    await queue.put(1)


async def at_semaphore(semaphore):
    await semaphore.acquire()


async def several(aws):
    await asyncio.wait(aws)


async def generated():
    yield "first"
    await asyncio.sleep(1)
    yield "second"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    lock, semaphore = asyncio.Lock(), asyncio.Semaphore(0)
    await lock.acquire()
    full = asyncio.Queue(1)
    full.put_nowait(0)
    child = asyncio.create_task(sleeper(1), name="child")
    waiting = [
        child,
        *map(
            asyncio.create_task,
            (
                sleeper(0.5),
                stem(future),
                stem(child),
                over_plain(future),
                in_line(lock),
                for_event(asyncio.Event()),
                at_queue(asyncio.Queue()),
                putting(full),
                at_semaphore(semaphore),
                several([child]),
                lock.acquire(),
                asyncio.sleep(1),
                leaf(asyncio.gather(future)),
                leaf(asyncio.shield(future)),
            ),
        ),
    ]
    await asyncio.sleep(0)
    for task in waiting:
        print(*chain(task.get_coro()), sep=" > ")
    turned = asyncio.create_task(sleeper(0))
    await asyncio.sleep(0)
    print(*chain(turned.get_coro()), sep=" > ")
    inner = leaf(future)
    outer = asyncio.create_task(stem(inner))
    await asyncio.sleep(0)
    print(outer.get_coro().cr_await.cr_await is inner, type(inner.cr_await).__name__, inner.cr_await is None)
    for task in [*waiting, turned, outer]:
        task.cancel()
    print([type(result).__name__ for result in await asyncio.gather(*waiting, return_exceptions=True)])
    print(chain(waiting[0].get_coro()), inner.cr_await, turned.get_coro().cr_await)

    numbers = generated()
    print(numbers.ag_await, await anext(numbers), numbers.ag_await, numbers.ag_running)
    task = asyncio.create_task(anext(numbers))
    await asyncio.sleep(0)
    print(numbers.ag_running, *chain(numbers), sep=" > ")
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), numbers.ag_await, numbers.ag_frame)


asyncio.run(main())
