"""A child of a group fails when the task that entered the group is done: the handler of the loop is told, and the group waits on."""

import asyncio


async def fails():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("late") from None


async def opens():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(), name="child")
            group.create_task(asyncio.sleep(2), name="sibling")
            yield 1
    except* ValueError as group:
        print("caught", repr(group))


async def starts(opened):
    await anext(opened)


def handle(loop, context):
    print(sorted(context), repr(context["exception"]), context["task"].get_name(), asyncio.current_task())
    print(context["message"].split("name=")[1][:8])
    print(context["message"][-26:], "parent task <Task finished name='parent' coro=<starts() done" in context["message"])


async def closed():
    opened = opens()
    await asyncio.create_task(starts(opened), name="parent")
    await asyncio.sleep(0)
    try:
        await opened.aclose()
    except BaseExceptionGroup as rest:
        print("closed with", repr(rest))


async def gone_through():
    opened = opens()
    await asyncio.create_task(starts(opened), name="parent")
    children = [task for task in asyncio.all_tasks() if task.get_name() == "child"]
    await asyncio.sleep(0.5)
    for child in children:
        child.cancel()
    print("next", await anext(opened, "none"))


async def main():
    asyncio.get_running_loop().set_exception_handler(handle)
    for each in closed, gone_through:
        print(each.__name__)
        await each()


asyncio.run(main())
