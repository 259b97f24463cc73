"""A task that awaits itself is told with the words that it has then, not those of its next step."""

import asyncio


async def itself():
    try:
        await asyncio.current_task()
    except RuntimeError as e:
        text = str(e)
        print(text.partition(" coro")[0], "cb=" in text)


async def main():
    task = asyncio.create_task(itself())
    await asyncio.sleep(0)
    task.add_done_callback(lambda task: None)
    task.set_name("renamed")
    await asyncio.sleep(1)
    task = asyncio.create_task(itself(), name="cancelled")
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())
    if hasattr(asyncio, "eager_task_factory"):
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
        task = asyncio.create_task(itself())
        task.add_done_callback(lambda task: None)
        await asyncio.sleep(1)


asyncio.run(main())
