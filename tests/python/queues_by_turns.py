"""Tasks that put into a queue and take out by turns, and what may come between them."""

import asyncio
import gc


def ends(queue):
    text = repr(queue)
    return text[text.index("maxsize") :]


async def put_all(queue, items):
    for item in items:
        await queue.put(item)


async def take(queue, count):
    total = 0
    for _ in range(count):
        item = await queue.get()
        queue.task_done()
        total += item
    return total


async def by_turns(room):
    queue = asyncio.Queue(room)
    results = await asyncio.gather(put_all(queue, range(40)), take(queue, 40))
    print(room, results, ends(queue))
    await queue.join()


async def look(queue, log, rounds):
    for _ in range(rounds):
        log.append(ends(queue))
        await asyncio.sleep(0)


async def with_an_onlooker():
    for rounds in range(6):
        queue, log = asyncio.Queue(1), []
        results = await asyncio.gather(put_all(queue, range(6)), take(queue, 6), look(queue, log, rounds))
        print(rounds, results[1], log)


async def two_at_each_end():
    queue = asyncio.Queue(1)
    results = await asyncio.gather(
        put_all(queue, range(10)), put_all(queue, range(100, 110)), take(queue, 7), take(queue, 13)
    )
    print(results, ends(queue))


async def cancelled_while_it_waits():
    for steps in range(1, 9):
        queue = asyncio.Queue(1)
        producer = asyncio.create_task(put_all(queue, range(50)))
        consumer = asyncio.create_task(take(queue, 50))
        for _ in range(steps):
            await asyncio.sleep(0)
        (producer if steps % 2 else consumer).cancel()
        await asyncio.sleep(0)
        print(steps, producer.cancelled(), consumer.cancelled(), ends(queue))
        producer.cancel()
        consumer.cancel()
        await asyncio.gather(producer, consumer, return_exceptions=True)
        print(steps, queue.qsize(), ends(queue))


async def timed(queue):
    try:
        async with asyncio.timeout(0.8):
            return await take(queue, 20)
    except TimeoutError:
        return "late", queue.qsize()


async def rest(queue):
    await asyncio.sleep(1.5)
    items = []
    while 19 not in items:
        items.append(await queue.get())
    return items


async def slow_producer(queue):
    for item in range(20):
        await queue.put(item)
        if item % 7 == 6:
            await asyncio.sleep(0.5)


async def with_a_timeout():
    queue = asyncio.Queue(2)
    print(await asyncio.gather(slow_producer(queue), timed(queue), rest(queue)), ends(queue))


async def back_and_forth(mine, other, rounds):
    for number in range(rounds):
        await mine.put(number)
        answer = await other.get()
        if number % 5 == 0:
            gc.collect()
    return answer


async def answers(mine, other, rounds):
    for _ in range(rounds):
        await mine.put(await other.get() * 2)


async def two_queues():
    asked, answered = asyncio.Queue(1), asyncio.Queue(1)
    print(await asyncio.gather(back_and_forth(asked, answered, 17), answers(answered, asked, 17)))


async def raising(queue):
    await queue.get()
    await queue.get()
    raise ValueError("enough")


async def one_ends_with_an_exception():
    queue = asyncio.Queue(1)
    producer = asyncio.create_task(put_all(queue, range(9)))
    try:
        await raising(queue)
    except ValueError as problem:
        print(repr(problem), ends(queue))
    print(await take(queue, 7), producer.done(), ends(queue))
    await producer


async def called_inside(queue, count):
    inner = [await take(queue, 2) for _ in range(count // 2)]
    return sum(inner)


async def waits_inside_of_calls():
    queue = asyncio.Queue(1)
    print(await asyncio.gather(called_inside(queue, 10), put_all(queue, range(10))), ends(queue))


async def main():
    for room in (1, 2, 3, 0):
        await by_turns(room)
    await with_an_onlooker()
    await two_at_each_end()
    await cancelled_while_it_waits()
    await with_a_timeout()
    await two_queues()
    await one_ends_with_an_exception()
    await waits_inside_of_calls()


asyncio.run(main())
