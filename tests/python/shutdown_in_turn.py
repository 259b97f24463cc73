# `shutdown_asyncgens` looks what there is to close when its turn comes, not when it is called.
import asyncio


async def ticks(number):
    try:
        for k in range(number):
            await asyncio.sleep(0)
            yield k
    finally:
        print("ticks are over in", asyncio.current_task().get_name())


async def doubled(source):
    async for x in source:
        yield x * 2


async def first(generator):
    print(await anext(generator))


async def main():
    await first(doubled(ticks(3)))


async def late(loop, coming):
    await coming
    print("late")


asyncio.run(main())
loop = asyncio.new_event_loop()
coming = loop.shutdown_asyncgens()
generator = ticks(2)
loop.run_until_complete(first(generator))
loop.run_until_complete(late(loop, coming))
loop.run_until_complete(main())
loop.run_until_complete(loop.shutdown_asyncgens())
print("end")
