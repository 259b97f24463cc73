"""Generators that are dropped while the eager task factory makes the tasks that close them."""

import asyncio, sys
async def ticker(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            yield i
    finally:
        print('closed', asyncio.current_task().get_name())
        await asyncio.sleep(0.3)
        print('gone', asyncio.current_task().get_name())
async def sub():
    async for x in ticker(3):
        raise ValueError(x)
async def main():
    if EAGER: asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        await sub()
    except ValueError as e:
        kept = e
    await asyncio.sleep(0.1)
    print('a')
    await asyncio.sleep(0.5)
    async for x in ticker(3):
        raise KeyError(x)
for EAGER in (False, True) if sys.version_info >= (3, 12) else (False,):
    try:
        asyncio.run(main())
    except KeyError as e:
        print(repr(e))
