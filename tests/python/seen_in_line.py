"""Who looks at tasks that stand in line finds them there as asyncio has them, however quietly they came to stand there."""

import asyncio
import gc


def words(thing):
    text = repr(thing)
    return text[text.find("[") if "[" in text else text.find("maxsize") :].rstrip(">")


async def get(queue, got):
    while True:
        got.append(await queue.get())


async def put(queue, items):
    for item in items:
        await queue.put(item)
    return len(items)


async def take(semaphore, seconds, taken, number):
    async with semaphore:
        taken.append(number)
        await asyncio.sleep(seconds)
    return number


async def cancelled():
    queue, semaphore, got, taken = asyncio.Queue(1), asyncio.Semaphore(1), [], []
    getter = asyncio.create_task(get(queue, got))
    putter = asyncio.create_task(put(queue, range(5)))
    takers = [asyncio.create_task(take(semaphore, 1, taken, number)) for number in range(4)]
    await asyncio.sleep(0.5)
    print(words(queue), words(semaphore), got, taken, putter.result())
    takers[2].cancel("enough")
    getter.cancel()
    print(await asyncio.gather(*takers, getter, return_exceptions=True))
    print(words(queue), words(semaphore), got, taken)


async def woken_and_cancelled():
    queue, semaphore, got, taken = asyncio.Queue(), asyncio.Semaphore(1), [], []
    getters = [asyncio.create_task(get(queue, got)) for _ in range(3)]
    await semaphore.acquire()
    takers = [asyncio.create_task(take(semaphore, 0, taken, number)) for number in range(3)]
    await asyncio.sleep(0)
    await queue.put("one")
    semaphore.release()
    takers[0].cancel()
    getters[0].cancel()
    print(words(queue), words(semaphore), [task.cancelling() for task in takers + getters])
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(words(queue), words(semaphore), got, taken, [task.done() for task in takers + getters])
    await asyncio.sleep(1)
    print(words(queue), words(semaphore), got, taken, [task.done() for task in takers + getters])
    for task in getters:
        task.cancel()


async def too_long():
    queue, semaphore = asyncio.Queue(1), asyncio.Semaphore(1)
    await semaphore.acquire()
    for wait in (queue.get, semaphore.acquire):
        try:
            await asyncio.wait_for(wait(), 1)
        except TimeoutError:
            print("nothing came", words(queue), words(semaphore))
        try:
            async with asyncio.timeout(1):
                await wait()
        except TimeoutError:
            print("nothing came", words(queue), words(semaphore))
    await queue.put(0)
    try:
        async with asyncio.timeout(1):
            await queue.put(1)
    except TimeoutError:
        print("no room", words(queue))


async def watched():
    queue, semaphore, taken = asyncio.Queue(1), asyncio.BoundedSemaphore(2), []
    putters = [asyncio.create_task(put(queue, [number] * 2), name=f"putter {number}") for number in range(3)]
    takers = [asyncio.create_task(take(semaphore, 2, taken, number)) for number in range(5)]
    loop = asyncio.get_running_loop()
    loop.call_later(1, lambda: print("at 1:", words(queue), words(semaphore), taken))
    loop.call_later(3, lambda: print("at 3:", words(queue), words(semaphore), taken))
    await asyncio.sleep(0.5)
    gc.collect()
    names = sorted(task.get_name() for task in asyncio.all_tasks() if "putter" in task.get_name())
    print(names, ["wait_for=<Future pending" in repr(task) for task in putters + takers])
    print([await queue.get() for _ in range(6)], await asyncio.gather(*putters))
    print(await asyncio.gather(*takers), words(queue), words(semaphore))


async def told_to_go():
    queue, got = asyncio.Queue(), []
    getters = [asyncio.create_task(get(queue, got)) for _ in range(2)]
    await asyncio.sleep(0)
    if hasattr(queue, "shutdown"):
        queue.shutdown()
    else:
        for task in getters:
            task.cancel()
    outcomes = await asyncio.gather(*getters, return_exceptions=True)
    print([isinstance(outcome, BaseException) for outcome in outcomes], words(queue).count("getters"))


async def many():
    queue, semaphore, got, taken = asyncio.Queue(1), asyncio.Semaphore(3), [], []
    getter = asyncio.create_task(get(queue, got))
    await asyncio.gather(*[put(queue, [number] * 100) for number in range(20)])
    await asyncio.gather(*[take(semaphore, number % 3, taken, number) for number in range(100)])
    print(len(got), sum(got), got[:12], taken[:8], sum(taken))
    getter.cancel()


async def main():
    for part in (cancelled, woken_and_cancelled, too_long, watched, told_to_go, many):
        print(f"--- {part.__name__}")
        await part()


asyncio.run(main())
