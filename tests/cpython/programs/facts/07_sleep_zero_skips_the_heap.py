"""sleep(0) and negative sleeps take one pass; the tiniest positive one goes through the timers."""

import asyncio


async def nap(name, seconds):
    await asyncio.sleep(seconds)
    print(name)


async def main():
    await asyncio.gather(nap("tiny", 1e-12), nap("zero", 0), nap("neg", -1))


asyncio.run(main())
