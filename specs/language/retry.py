# /// kitchen-sim
# description = "A decorator around a coroutine: try again, and wait twice as long each time"
#
# [expect]
# ends = "7s"
# prints = ["try 1 at 0", "try 2 at 1", "try 3 at 3", "try 4 at 7", "roast"]
# ///
import asyncio
import functools
import itertools
import time


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **keywords):
            for attempt in itertools.count():
                try:
                    return await function(*args, **keywords)
                except OSError:
                    if attempt == times:
                        raise
                    await asyncio.sleep(2**attempt)

        return wrapper

    return decorate


tries = 0


@retry(times=5)
async def light_the_oven():
    global tries
    tries += 1
    print(f"try {tries} at {time.monotonic():g}")
    if tries < 4:
        raise OSError("no gas")
    return "roast"


async def main():
    print(await light_the_oven())


asyncio.run(main())
