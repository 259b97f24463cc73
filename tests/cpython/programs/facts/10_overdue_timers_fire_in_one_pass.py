"""After a block all overdue timers fire at once, by deadline."""

import asyncio
import time


async def nap(seconds):
    await asyncio.sleep(seconds)
    print(f"s{seconds} at {asyncio.get_running_loop().time():.1f}")


async def main():
    naps = [asyncio.create_task(nap(seconds)) for seconds in (0.5, 0.2, 0.3)]
    await asyncio.sleep(0.1)
    time.sleep(1)
    await asyncio.gather(*naps)


asyncio.run(main())
