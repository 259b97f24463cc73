"""as_completed and wait keep tasks in sets, whose order in CPython is an accident."""

import asyncio


async def work(number):
    print(f"run {number}")
    return number


async def main():
    for next_done in asyncio.as_completed([work(number) for number in range(6)]):
        print(f"got {await next_done}")
    tasks = [asyncio.create_task(work(number)) for number in range(6, 10)]
    done, pending = await asyncio.wait(tasks)
    print([task.result() for task in done], len(pending))


asyncio.run(main())
