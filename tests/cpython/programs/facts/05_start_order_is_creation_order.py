"""Tasks start in the order of creation, whichever is awaited first."""

import asyncio


async def say(word):
    print(word)


async def main():
    a = asyncio.create_task(say("a"))
    b = asyncio.create_task(say("b"))
    c = asyncio.create_task(say("c"))
    await c
    await b
    await a


asyncio.run(main())
