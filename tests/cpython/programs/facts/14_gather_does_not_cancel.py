"""gather leaves the siblings of a failed child alone; a TaskGroup cancels them."""

import asyncio


async def fail():
    await asyncio.sleep(1)
    raise ValueError("roast")


async def sibling():
    await asyncio.sleep(2)
    print(f"sibling finished at {asyncio.get_running_loop().time():g}")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(sibling())
    try:
        await asyncio.gather(fail(), task)
    except ValueError:
        print(f"gather raised at {loop.time():g}")
    await task
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            task = group.create_task(sibling())
    except* ValueError:
        print(f"group raised at {loop.time():g}")
    print("sibling cancelled" if task.cancelled() else "sibling finished")


asyncio.run(main())
