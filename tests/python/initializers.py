# What the workers of a pool call before their first job.
import asyncio
import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
import time

own = threading.local()


def prepare(word, *, made=[0]):
    made[0] += 1
    own.tag = f"{word}{made[0]}"


def use(n):
    time.sleep(0.1)
    return f"{own.tag}:{n}"


def spoil():
    raise RuntimeError("no knives")


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2, initializer=prepare, initargs=("cook",)) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, use, i) for i in range(5))))
    pool = ThreadPoolExecutor(1, initializer=spoil)
    jobs = [pool.submit(use, n) for n in range(2)]
    for job in jobs:
        try:
            await asyncio.wrap_future(job)
        except BrokenExecutor as error:
            print(type(error).__name__, error)
    try:
        pool.submit(use, 2)
    except BrokenExecutor as error:
        print(repr(error), isinstance(error, RuntimeError))
    pool.shutdown()
    try:
        ThreadPoolExecutor(initializer=3)
    except TypeError as error:
        print(error)


asyncio.run(main())
