"""What gives back a lock that is not held raises in `release`, which the manager calls."""

import asyncio
import traceback


async def main():
    for primitive in asyncio.Lock(), asyncio.Condition(), asyncio.BoundedSemaphore(1):
        for fails in False, True:
            try:
                async with primitive:
                    primitive.release()
                    if fails:
                        raise LookupError
            except Exception as e:
                print(repr(e), repr(e.__context__), [frame.name for frame in traceback.extract_tb(e.__traceback__)])


asyncio.run(main())
