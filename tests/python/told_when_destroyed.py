"""How the texts of tasks look that nobody holds and that are not over, when the handler is told."""

import asyncio
import gc
import re


def clean(value):
    text = re.sub(r"0x[0-9a-fA-F]+", "0x", str(value))
    return re.sub(r" at /\S*?(\w+\.py)(?::\d+)?", r" at \1", text)


def handler(loop, context):
    print("handler", sorted(context), clean(context["message"]), clean(context["task"]))


async def on_future(future):
    await future


async def on_queue(queue):
    await queue.get()


async def nested():
    await on_event(asyncio.Event())


async def on_event(event):
    await event.wait()


async def with_finally():
    try:
        await asyncio.sleep(10)
    finally:
        print("finally runs")


async def sees_the_exit():
    try:
        await asyncio.get_running_loop().create_future()
    except GeneratorExit:
        print("generator exit")
        raise


async def on_task():
    await asyncio.create_task(asyncio.sleep(5), name="inner")


def left_behind(label, make):
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(handler)
    print("==", label)

    async def begin():
        asyncio.create_task(make(), name=label)
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    loop.run_until_complete(begin())
    print("closing")
    loop.close()
    gc.collect()
    print("collected")


def let_go(label, make):
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(handler)
    print("== let go", label)
    task = loop.create_task(make(), name=label)
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
    print("closed", clean(task))
    del task
    print("deleted")
    gc.collect()
    print("collected")


async def turns():
    while True:
        await asyncio.sleep(0)


def let_go_unstarted():
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(handler)
    task = loop.create_task(turns(), name="unstarted")
    loop.close()
    print("closed")
    del task
    print("deleted")


async def collected_while_running():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(on_future(asyncio.get_running_loop().create_future()), name="forgotten")
    await asyncio.sleep(0)
    del task
    gc.collect()
    print("collected in the loop")


left_behind("future", lambda: on_future(asyncio.get_running_loop().create_future()))
left_behind("queue", lambda: on_queue(asyncio.Queue()))
left_behind("nested", nested)
left_behind("sleep", lambda: asyncio.sleep(10))
left_behind("finally", with_finally)
left_behind("exit", sees_the_exit)
left_behind("task", on_task)
let_go("sleep", lambda: asyncio.sleep(10))
let_go("finally", with_finally)
let_go("turns", turns)
let_go_unstarted()
asyncio.run(collected_while_running())
