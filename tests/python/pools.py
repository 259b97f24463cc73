# Pools in `with`, their `map`, and timeouts around jobs.
import asyncio, time
from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor
def f(n):
    time.sleep(n)
    if n == 5:
        raise ValueError(n)
    return n
async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, f, n) for n in (1, 2, 3))))
        job = pool.submit(f, 2)
    print(job.done(), loop.time())
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(f, [1, 2, 1])))
    async with asyncio.timeout(1):
        try:
            await asyncio.to_thread(f, 3)
        finally:
            print("left", loop.time())
try:
    asyncio.run(main())
except TimeoutError:
    print("timeout", time.monotonic())
with ThreadPoolExecutor(2) as pool:
    for r in pool.map(f, [1, 2, 3]):
        print(r, time.monotonic())
    try:
        for r in pool.map(f, [1, 5, 1, 1], timeout=20):
            print(r, time.monotonic())
    except ValueError as e:
        print(repr(e), time.monotonic())
    try:
        for r in pool.map(f, [1, 4, 1, 1], timeout=2):
            print(r, time.monotonic())
    except TimeoutError as e:
        print(repr(e), time.monotonic())
print(time.monotonic())
