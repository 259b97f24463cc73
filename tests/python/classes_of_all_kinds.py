"""Classes below locks, queues, groups, timeouts, futures and tasks in one program, each with a method of its own that asks the base's."""

import asyncio


class Group(asyncio.TaskGroup):
    def __init__(self):
        super().__init__()
        self.made = []

    def create_task(self, coro, **keywords):
        task = super().create_task(coro, **keywords)
        self.made.append(task.get_name())
        return task

    async def __aexit__(self, *details):
        print("group left", details[0])
        result = await super().__aexit__(*details)
        print("group over")
        return result


class Event(asyncio.Event):
    async def wait(self):
        print("event waits")
        return await super().wait()


class Semaphore(asyncio.Semaphore):
    async def acquire(self):
        result = await super().acquire()
        print("acquired", self._value)
        return result

    def release(self):
        super().release()
        print("released", self._value)


class Lock(asyncio.Lock):
    async def __aenter__(self):
        print("entered")
        return await super().__aenter__()


class Barrier(asyncio.Barrier):
    async def wait(self):
        print("barrier waits")
        return await super().wait()


class Condition(asyncio.Condition):
    def notify(self, n=1):
        print("notify", n)
        super().notify(n)


class Queue(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)


class Timeout(asyncio.Timeout):
    def reschedule(self, when):
        print("rescheduled", when)
        super().reschedule(when)


class Future(asyncio.Future):
    def cancel(self, msg=None):
        print("future asked to cancel", msg)
        return super().cancel(msg)

    def result(self):
        print("future asked for its result")
        return super().result()


class Task(asyncio.Task):
    def cancel(self, msg=None):
        print(self.get_name(), "asked to cancel", msg)
        return super().cancel(msg)


async def work(number):
    await asyncio.sleep(0.5)
    return number


async def main():
    loop = asyncio.get_running_loop()
    async with Group() as group:
        group.create_task(work(1), name="a")
        group.create_task(work(2), name="b")
    print(group.made)

    event = Event()
    waiting = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    print(await waiting)

    semaphore = Semaphore(1)

    async def hold(seconds):
        async with semaphore:
            await asyncio.sleep(seconds)
            return seconds

    print(await asyncio.gather(hold(1), hold(0)))

    lock = Lock()
    condition = Condition(lock)

    async def be_told():
        async with condition:
            await condition.wait()
            return "told", lock.locked()

    waiting = asyncio.create_task(be_told())
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    print(await waiting, lock.locked())
    print(sorted(await asyncio.gather(*(barrier.wait() for barrier in [Barrier(2)] * 2))))

    queue = Queue()
    getting = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    for item in "aab":
        queue.put_nowait(item)
    print(await getting, queue.qsize(), queue._unfinished_tasks)

    async with Timeout(None) as timeout:
        timeout.reschedule(loop.time() + 1)
    future = Future()
    try:
        await asyncio.wait_for(future, 0.5)
    except TimeoutError as error:
        print(repr(error), future.cancelled())
    future = Future()
    loop.call_soon(future.set_result, "set")
    print(await future)
    gathered = asyncio.gather(Future(), work(3))
    await asyncio.sleep(0)
    gathered.cancel("all of it")
    print(await asyncio.gather(gathered, return_exceptions=True))
    task = Task(work(4), name="own")
    try:
        async with asyncio.timeout(0.25):
            await task
    except TimeoutError:
        print(task.cancelled(), task.cancelling())


asyncio.run(main())
