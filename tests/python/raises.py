"""What asyncio raises at what it cannot do."""
import asyncio
import time
import sys
import threading
import concurrent.futures
from concurrent.futures import ThreadPoolExecutor


class Case:
    def assertRaises(self, kind):
        return Raises(kind)


class Raises:
    def __init__(self, kind):
        self.kind = kind

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            print("nothing raised")
            return True
        self.exception = value
        print("raised", kind.__name__, value)
        return issubclass(kind, self.kind)


case = Case()


async def test_to_thread():
    def func(a, *, b=2):
        return a + b
    print(await asyncio.to_thread(func, 1, b=5))
    with case.assertRaises(TypeError):
        await asyncio.to_thread(func)
    with case.assertRaises(TypeError):
        await asyncio.to_thread()
    with case.assertRaises(ValueError):
        asyncio.Semaphore(-1)
    with case.assertRaises(TypeError):
        await asyncio.gather(1)
    with case.assertRaises(TypeError):
        await asyncio.wait_for(asyncio.sleep(0), "x")
    with case.assertRaises(TypeError):
        await asyncio.shield(3)
    with case.assertRaises(RuntimeError):
        asyncio.run(asyncio.sleep(0))
    with case.assertRaises(TypeError):
        await asyncio.wait({asyncio.sleep(0)})
    with case.assertRaises(ValueError):
        await asyncio.wait([])
    with case.assertRaises(ValueError):
        await asyncio.wait([asyncio.create_task(asyncio.sleep(0))], return_when="X")
    with case.assertRaises(RuntimeError):
        asyncio.Lock().release()
    with case.assertRaises(RuntimeError):
        await asyncio.Condition().wait()
    with case.assertRaises(RuntimeError):
        asyncio.Condition().notify()
    with case.assertRaises(ValueError):
        asyncio.Queue().task_done()
    with case.assertRaises(TypeError):
        async with asyncio.timeout("x"):
            pass
    with case.assertRaises(RuntimeError):
        t = asyncio.timeout(1)
        async with t:
            async with t:
                pass
    with case.assertRaises(RuntimeError):
        asyncio.timeout(1).reschedule(3)
    with case.assertRaises(RuntimeError):
        tg = asyncio.TaskGroup()
        tg.create_task(asyncio.sleep(0))


async def test_run_in_executor():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        print(await loop.run_in_executor(pool, sum, [1, 2]))
        fut = loop.run_in_executor(pool, time.sleep, 1)
        print(type(fut).__name__, fut.done())
        await fut
        print(loop.time())
    with case.assertRaises(RuntimeError):
        await loop.run_in_executor(pool, print)
    f = concurrent.futures.Future()
    w = asyncio.wrap_future(f)
    f.set_result(3)
    print(w.done(), await w)
    with case.assertRaises(AssertionError):
        asyncio.wrap_future(3)
    print(asyncio.wrap_future(w) is w)

    def in_thread():
        fut = asyncio.run_coroutine_threadsafe(asyncio.sleep(1, "r"), loop)
        try:
            return fut.result(timeout=5)
        except Exception as e:
            return repr(e)
    print(await loop.run_in_executor(None, in_thread))
    with case.assertRaises(TypeError):
        asyncio.run_coroutine_threadsafe(3, loop)


asyncio.run(test_to_thread())
asyncio.run(test_run_in_executor())
loop = asyncio.new_event_loop()
with case.assertRaises(TypeError):
    loop.run_until_complete(None)
with case.assertRaises(TypeError):
    loop.run_until_complete(3)
with case.assertRaises(ValueError):
    asyncio.run(3)
loop.close()
with case.assertRaises(RuntimeError):
    loop.run_until_complete(asyncio.sleep(0))
with case.assertRaises(RuntimeError):
    loop.call_soon(print)
with case.assertRaises(RuntimeError):
    loop.create_task(asyncio.sleep(0))
