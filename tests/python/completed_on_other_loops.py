"""What is of another loop is refused by `as_completed`, and on 3.11 by `wait_for`, before anybody waits."""

import asyncio


async def nap():
    await asyncio.sleep(1)
    return "nap"


TASKS = []


async def first():
    TASKS.append(asyncio.create_task(nap()))
    TASKS.append(asyncio.create_task(asyncio.sleep(9)))
    await TASKS[0]


async def second():
    for task in TASKS:
        for given in [[task]], [[nap(), task]]:
            try:
                for step in asyncio.as_completed(*given):
                    print(await step)
            except (ValueError, RuntimeError) as e:
                print(repr(e))
        for timeout in 1, 0:
            try:
                print(await asyncio.wait_for(task, timeout))
            except (ValueError, RuntimeError, asyncio.CancelledError) as e:
                print(type(e).__name__)


asyncio.run(first())
asyncio.run(second())
