# Threads of several executors, and of several loops, have the same names.
import asyncio
import concurrent.futures
import threading
import time


def job(seconds):
    time.sleep(seconds)
    print(threading.current_thread().name)


async def main(seconds):
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(job, seconds)
    pool = concurrent.futures.ThreadPoolExecutor(max_workers=2)
    await asyncio.gather(*(loop.run_in_executor(pool, job, seconds + number / 10) for number in range(3)))
    for _ in range(2):
        await loop.run_in_executor(concurrent.futures.ThreadPoolExecutor(2, "kitchen"), job, seconds)
    for name in "mine", "mine", None:
        thread = threading.Thread(target=job, args=(seconds,), name=name)
        thread.start()
        thread.join()


asyncio.run(main(0.1))
asyncio.run(main(0.2))


def renamed():
    time.sleep(0.1)
    threading.current_thread().name = "cook"
    print(threading.current_thread().name)


thread = threading.Thread(target=renamed)
thread.name = "soup"
print(thread.name)
thread.start()
thread.join()
print(thread.name)
