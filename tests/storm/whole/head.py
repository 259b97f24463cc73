import asyncio
import time

tasks = []
chief = []
futures = []
state = [0]


def tell(tag, error):
    cause, context = error.__cause__, error.__context__
    print(tag, type(error).__name__, error.args, type(cause).__name__, type(context).__name__)


def places(group):
    return [tasks.index(each) if each in tasks else -1 for each in group]


def finish(which, value):
    if not futures[which].done():
        futures[which].set_result(value)


def spoil(which, value):
    if not futures[which].done():
        futures[which].set_exception(ValueError(value))


def stop(which):
    print("stop", tasks[which % len(tasks)].cancel())


def over(done):
    print("over", done.cancelled())


async def fail(delay, value):
    await asyncio.sleep(delay)
    raise KeyError(value)


async def stubborn(delay, value):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as error:
        tell(value, error)
        await asyncio.sleep(delay)
    return value


async def waiting(group, timeout, mode):
    done, pending = await asyncio.wait(group, timeout=timeout, return_when=mode)
    return places(done), places(pending)


async def hold(thing, delay):
    async with thing:
        await asyncio.sleep(delay)
        return delay


async def meet(barrier, rounds):
    for _ in range(rounds):
        try:
            print("met", await barrier.wait())
        except asyncio.BrokenBarrierError as error:
            tell("broken", error)


async def listen(condition, rounds):
    async with condition:
        for turn in range(rounds):
            print("heard", turn, await condition.wait())
    return rounds


async def produce(queue, count, delay):
    for item in range(count):
        await queue.put(item)
        await asyncio.sleep(delay)
    return count


async def consume(queue, count, delay):
    for _ in range(count):
        print("got", await queue.get())
        await asyncio.sleep(delay)
        queue.task_done()
    return count


async def join_in(group, delay, value):
    await asyncio.sleep(delay)
    group.create_task(fail(delay, value))
    return value


