"""Awaiting a coroutine runs it in place: no other task has a turn."""

import asyncio


async def other():
    print("other")


async def inside():
    print("inside")


async def main():
    task = asyncio.create_task(other())
    print("before")
    await inside()
    print("after")
    await task


asyncio.run(main())
