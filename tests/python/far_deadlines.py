"""What is waited for longer than any run lasts: cancelled, timed out and left behind."""

import asyncio


async def forever(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    ts = [asyncio.create_task(forever(n)) for n in (1e9, 10**10, 3600 * 24 * 365 * 100, 1e18, float("inf"))]
    await asyncio.sleep(0.01)
    for t in ts:
        t.cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))
    for s in (1e9, 1e18, float("inf")):
        try:
            print(await asyncio.wait_for(asyncio.sleep(0.01, "x"), s))
            async with asyncio.timeout(s) as cm:
                print(cm.when() > 1e8)
            h = asyncio.get_running_loop().call_later(s, print, "never")
            h.cancel()
        except Exception as e:
            print(type(e).__name__, e)


asyncio.run(main())
