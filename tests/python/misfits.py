"""Calls of asyncio that do not fit, made on purpose: Python raises a TypeError when it comes to them."""
import asyncio


async def coro():
    return 5


async def main():
    try:
        asyncio.Lock(1)
    except TypeError as exception:
        print("lock", exception)
    try:
        asyncio.Event(loop=None)
    except TypeError as exception:
        print("event", exception)
    try:
        await asyncio.sleep()
    except TypeError as exception:
        print("sleep", exception)
    try:
        await asyncio.wait_for(coro())
    except TypeError as exception:
        print("wait_for", exception)
    try:
        asyncio.create_task()
    except TypeError as exception:
        print("create_task", exception)
    try:
        asyncio.gather(coro(), loop=None)
    except TypeError as exception:
        print("gather", exception)
    try:
        asyncio.Queue(loop=1)
    except TypeError as exception:
        print("queue", exception)
    try:
        asyncio.Semaphore(loop=1)
    except TypeError as exception:
        print("semaphore", exception)
    try:
        asyncio.Barrier()
    except TypeError as exception:
        print("barrier", exception)
    try:
        asyncio.Barrier("x")
    except TypeError as exception:
        print("barrier", exception)
    try:
        asyncio.Barrier(0)
    except ValueError as exception:
        print("barrier", exception)
    try:
        asyncio.Future(1)
    except TypeError as exception:
        print("future", exception)
    try:
        asyncio.timeout()
    except TypeError as exception:
        print("timeout", exception)
    loop = asyncio.get_running_loop()
    try:
        loop.call_later(1)
    except TypeError as exception:
        print("call_later", exception)
    try:
        loop.call_later(None, print)
    except TypeError as exception:
        print("call_later", exception)
    try:
        loop.call_at(None, print)
    except TypeError as exception:
        print("call_at", exception)
    try:
        loop.call_soon()
    except TypeError as exception:
        print("call_soon", exception)
    try:
        await asyncio.wait([])
    except ValueError as exception:
        print("wait", exception)
    try:
        await asyncio.wait(coro())
    except TypeError as exception:
        print("wait", exception)
    fut = loop.create_future()
    try:
        fut.set_result()
    except TypeError as exception:
        print("set_result", exception)
    try:
        fut.set_exception()
    except TypeError as exception:
        print("set_exception", exception)
    try:
        fut.add_done_callback()
    except TypeError as exception:
        print("add_done_callback", exception)
    try:
        fut.cancel("x")
    except TypeError as exception:
        print("cancel", exception)
    try:
        fut.result(1)
    except TypeError as exception:
        print("result", exception)
    task = asyncio.create_task(coro())
    try:
        task.set_name()
    except TypeError as exception:
        print("set_name", exception)
    try:
        task.set_result(1)
    except RuntimeError as exception:
        print("set_result", exception)
    try:
        task.set_exception(1)
    except RuntimeError as exception:
        print("set_exception", exception)
    try:
        task.cancel("a", "b")
    except TypeError as exception:
        print("cancel", exception)
    try:
        task.uncancel(1)
    except TypeError as exception:
        print("uncancel", exception)
    print(await task)
    try:
        asyncio.run(coro(), coro())
    except (TypeError, RuntimeError) as exception:
        print("run", exception)
    try:
        async with asyncio.TaskGroup(1) as tg:
            pass
    except TypeError as exception:
        print("tg", exception)
    async with asyncio.TaskGroup() as tg:
        try:
            tg.create_task()
        except TypeError as exception:
            print("tg.create_task", exception)
        try:
            tg.create_task(coro(), "name")
        except TypeError as exception:
            print("tg.create_task", exception)
    lock = asyncio.Lock()
    try:
        await lock.acquire(1)
    except TypeError as exception:
        print("acquire", exception)
    try:
        lock.release(1)
    except TypeError as exception:
        print("release", exception)
    cond = asyncio.Condition()
    async with cond:
        try:
            await cond.wait_for()
        except TypeError as exception:
            print("wait_for", exception)
    q = asyncio.Queue()
    try:
        q.put_nowait()
    except TypeError as exception:
        print("put_nowait", exception)
    try:
        await q.get(1)
    except TypeError as exception:
        print("get", exception)
    try:
        asyncio.shield()
    except TypeError as exception:
        print("shield", exception)
    try:
        asyncio.ensure_future()
    except TypeError as exception:
        print("ensure_future", exception)
    try:
        await asyncio.to_thread()
    except TypeError as exception:
        print("to_thread", exception)
    try:
        asyncio.Task()
    except TypeError as exception:
        print("Task", exception)
    try:
        asyncio.Task(1)
    except TypeError as exception:
        print("Task", exception)
    try:
        asyncio.Runner(1)
    except TypeError as exception:
        print("Runner", exception)


async def calls():
    loop = asyncio.get_running_loop()
    future, task, queue = loop.create_future(), asyncio.current_task(), asyncio.PriorityQueue()
    semaphore, condition, timeout = asyncio.BoundedSemaphore(), asyncio.Condition(), asyncio.timeout(1)
    event, barrier, runner = asyncio.Event(), asyncio.Barrier(2), asyncio.Runner()
    functions = [
        asyncio.create_task, asyncio.wait_for, asyncio.wait, asyncio.sleep, asyncio.get_running_loop,
        asyncio.isfuture, asyncio.iscoroutine, asyncio.timeout_at, asyncio.TaskGroup, asyncio.Lock,
        asyncio.PriorityQueue, asyncio.BoundedSemaphore, asyncio.to_thread, asyncio.Future, asyncio.Task,
        loop.call_soon, loop.call_at, loop.create_future, loop.is_closed,
        future.done, future.result, future.exception, future.cancel, future.set_result, future.get_loop,
        future.add_done_callback, future.remove_done_callback, task.get_name, task.set_name, task.uncancel,
        queue.put, queue.get_nowait, queue.join, semaphore.acquire, semaphore.release, semaphore.locked,
        condition.acquire, condition.release, condition.wait_for, condition.notify, timeout.when,
        timeout.reschedule, event.wait, event.set, barrier.wait, barrier.reset, runner.run, runner.close,
    ]
    for number, function in enumerate(functions):
        for given, named in (((1, 2, 3, 4), {}), ((1,), {"names": 1}), ((), {"nam": 1, "loop": 2})):
            try:
                made = function(*given, **named)
            except (TypeError, asyncio.InvalidStateError) as exception:
                print(number, len(given), exception)
            else:
                print(number, len(given), type(made).__name__)
                if asyncio.iscoroutine(made):
                    made.close()


class Pot:
    def fill(self, water, *, salt=0):
        return water, salt


def caught(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except TypeError as exception:
        print(exception)


caught(Pot().fill)
caught(Pot().fill, 1, 2)
caught(Pot().fill, 1, 2, salt=3)
caught(Pot().fill, 1, 2, slat=3)
caught(Pot().fill, 1, Salt=3)
caught(Pot().fill, 1, water=3)
caught(lambda: asyncio.sleep())
asyncio.run(main())
asyncio.run(calls())
