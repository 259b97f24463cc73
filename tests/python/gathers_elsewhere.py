"""The first future of a gather says which loop it is on; what is done calls back on its own loop, if that is open."""

import asyncio


async def one():
    return 1


async def main():
    old = asyncio.new_event_loop()
    f = old.create_future()
    try:
        g = asyncio.gather(f, one())
        print(g, g.get_loop() is old)
    except Exception as e:
        print(repr(e))
    f.set_result(3)
    old.close()
    c = one()
    try:
        g = asyncio.gather(f, c)
        print(g)
    except Exception as e:
        print(repr(e))
    c.close()
    try:
        g = asyncio.gather(one(), f)
        print(g)
    except Exception as e:
        print(repr(e))
    try:
        g = asyncio.gather(f)
        print(g)
    except Exception as e:
        print(repr(e))
    try:
        print(await asyncio.wait([f, asyncio.create_task(one())]))
    except Exception as e:
        print(repr(e))
    try:
        print(await asyncio.shield(f))
    except Exception as e:
        print(repr(e))


asyncio.run(main())


async def eager():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await main()


if hasattr(asyncio, "eager_task_factory"):
    asyncio.run(eager())
