"""A group makes its tasks on its own loop, also where that is closed and nothing runs."""

import asyncio


async def work(g):
    async with asyncio.TaskGroup() as tg:
        try:
            await asyncio.sleep(10)
        finally:
            c = asyncio.sleep(0)
            for f in (
                lambda: tg.create_task(c),
                lambda: asyncio.create_task(c),
                lambda: asyncio.gather(c),
                lambda: asyncio.ensure_future(c),
                lambda: asyncio.shield(c),
            ):
                try:
                    f()
                except RuntimeError as e:
                    print(repr(e))
            c.close()


loop = asyncio.new_event_loop()
t = loop.create_task(work(1))
loop.run_until_complete(asyncio.sleep(0.1))
loop.close()
print("closed")
