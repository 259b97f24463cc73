"""Who does a job: a worker that is woken for what another has taken waits again, and is no more to spare than before."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def cook(seconds):
    print("cooks", seconds, threading.current_thread().name)
    time.sleep(seconds)


async def main():
    for seconds in ((1, 1), (0, 0), (1, 1), (0,), (0, 1, 0), (0, 0, 0, 0), (1, 0.5, 1, 0, 0.5), (0,), (0.5,)):
        print("orders", seconds)
        await asyncio.gather(*[asyncio.to_thread(cook, each) for each in seconds])
        await asyncio.sleep(1)


asyncio.run(main())


async def cancelled():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2, "stove") as stove:
        orders = [loop.run_in_executor(stove, cook, each) for each in (1, 1, 0, 0)]
        await asyncio.sleep(0.5)
        orders[2].cancel()
        print(await asyncio.gather(*orders, return_exceptions=True))
        await asyncio.sleep(1)
        for each in (0, 1, 0):
            await loop.run_in_executor(stove, cook, each)
        orders = [loop.run_in_executor(stove, cook, each) for each in (0, 0, 1)]
        orders[0].cancel()
        print(await asyncio.gather(*orders, return_exceptions=True))
        await loop.run_in_executor(stove, cook, 0)


asyncio.run(cancelled())


async def order(*seconds):
    print("orders", seconds)
    return [asyncio.create_task(asyncio.to_thread(cook, each)) for each in seconds]


async def cancelled_early():
    await asyncio.gather(*await order(1, 1))
    dishes = await order(0, 0)
    await asyncio.sleep(0)
    for dish in dishes:
        dish.cancel()
    await asyncio.sleep(1)
    await asyncio.gather(*await order(1, 1))
    await asyncio.gather(*await order(0))
    await asyncio.gather(*await order(1, 1))
    dishes = await order(0, 0, 0)
    await asyncio.sleep(0)
    time.sleep(1)
    await asyncio.gather(*await order(1, 1, 1))
    await asyncio.sleep(1)
    await asyncio.gather(*await order(0, 0.5))
    await asyncio.gather(*await order(0))


asyncio.run(cancelled_early())
