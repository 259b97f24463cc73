"""What is left of asynchronous generators is closed in the order in which they began."""

import asyncio
async def ticker(name, delay):
    try:
        while True:
            await asyncio.sleep(0)
            yield name
    finally:
        print('closing', name)
        await asyncio.sleep(delay)
        print('closed', name)
kept = []
async def once(name):
    t = ticker(name, 0.1)
    kept.append(t)
    await anext(t)
async def short(): 
    await asyncio.sleep(0)
async def main():
    await once('a')
    await short()
    x = ticker('finished', 0)
    await anext(x); await x.aclose()
    del x
    await asyncio.gather(short(), short())
    for n in 'bcdefgh':
        if n == 'e':
            for i in range(5): asyncio.create_task(short())
        await once(n)
    late = ticker('late', 0)
    first = ticker('first', 0)
    kept.extend([late, first])
    await anext(first)
    await anext(late)
asyncio.run(main())
