# /// kitchen-sim
# description = "A Runner keeps its loop between runs: what is left over sleeps meanwhile, and is cancelled when the runner is closed"
#
# [expect]
# ends = "3s"
# prints = ["tick 1", "first run at 1", "tick 2", "second run at 3", "the ticker was cancelled"]
# ///
import asyncio
import time

tickers = set()


async def tick():
    try:
        for number in range(1, 9):
            await asyncio.sleep(1)
            print(f"tick {number}")
            await asyncio.sleep(0.25)
    finally:
        print("the ticker was cancelled")


async def first():
    tickers.add(asyncio.create_task(tick()))
    await asyncio.sleep(1)


async def second():
    await asyncio.sleep(1)


with asyncio.Runner() as runner:
    runner.run(first())
    print(f"first run at {time.monotonic():g}")
    time.sleep(1)
    runner.run(second())
    print(f"second run at {time.monotonic():g}")
