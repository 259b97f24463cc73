"""A task that steps what `anext` gave holds it, and its generator, as long as the task itself is held."""

import asyncio


async def items(number):
    print("asked", number, asyncio.current_task().get_name())
    try:
        yield number
    finally:
        print("closed", number, asyncio.current_task().get_name())


async def rest(number):
    await asyncio.create_task(asyncio.sleep(0))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("behind", number)


async def main():
    task = asyncio.create_task(anext(items(0)))
    print(await task)
    await rest(0)
    task = None
    await rest(1)
    print(await asyncio.create_task(anext(items(2))))
    await rest(2)
    asyncio.create_task(anext(items(3)))
    await rest(3)
    await asyncio.gather(anext(items(4)), anext(items(5), None))
    await rest(4)
    await asyncio.wait([asyncio.create_task(anext(items(6)))])
    await rest(6)
    with_manager = asyncio.create_task(anext(items(10)))
    async with asyncio.timeout(1):
        await with_manager
    del with_manager
    await rest(10)
    task = asyncio.create_task(anext(items(11)))
    print(await task)


asyncio.run(main())
