"""What a loop refuses once it is closed: callbacks of what is done all the same, and futures for those who would wait."""

import asyncio
loop = asyncio.new_event_loop()
future = loop.create_future()
other = loop.create_future()
async def waits(f):
    await f
async def locks(lock):
    async with lock:
        pass
lock = asyncio.Lock()
event = asyncio.Event()
queue = asyncio.Queue(1)
sem = asyncio.Semaphore(0)
async def event_wait(): await event.wait()
async def get(): await queue.get()
async def semac(): await sem.acquire()
async def main():
    global ts
    await lock.acquire()
    ts = [asyncio.create_task(c) for c in [waits(future), locks(lock), event_wait(), get(), semac()]]
    await asyncio.sleep(1)
loop.run_until_complete(main())
other.add_done_callback(print)
loop.close()
def attempt(f, *args):
    try: print(f(*args))
    except BaseException as e: print(repr(e))
attempt(future.set_result, 1)
attempt(other.cancel)
attempt(lock.release)
attempt(event.set)
attempt(queue.put_nowait, 1)
attempt(sem.release)
attempt(lock.locked)
attempt(event.is_set)
attempt(queue.qsize)
attempt(ts[0].cancel)
attempt(ts[1].cancel)


async def step(me, awaitable):
    try:
        print(me, "got", await awaitable)
    except BaseException as error:
        print(me, type(error).__name__, error)
        raise


async def waits_at(me, condition):
    async with condition:
        await step(me, condition.wait())


async def gets(me, queue):
    await step(me, queue.get())


async def holds(condition):
    async with condition:
        await asyncio.sleep(100)


async def second():
    global tasks
    condition = asyncio.Condition()
    queue, last = asyncio.Queue(), asyncio.LifoQueue()
    tasks = [asyncio.create_task(waits_at(name, condition)) for name in "ab"]
    tasks += [asyncio.create_task(gets("c", queue)), asyncio.create_task(gets("d", last))]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(holds(condition)))
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print("handler", context["message"]))
loop.run_until_complete(second())
loop.close()
print("closed")
tasks.clear()
print("over")
