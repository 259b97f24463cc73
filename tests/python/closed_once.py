"""An asynchronous generator that took no notice of being closed by its loop is not closed again when it is freed."""

import asyncio
import gc


async def stubborn():
    try:
        yield 1
    except BaseException as e:
        print("caught", repr(e))
        yield 2
    finally:
        print("never")
        await asyncio.sleep(0.1)


async def leaves():
    async for value in stubborn():
        print(value)
        break


async def main():
    asyncio.create_task(leaves())
    await asyncio.sleep(1)
    print("end")


asyncio.run(main())
gc.collect()
print("collected")
