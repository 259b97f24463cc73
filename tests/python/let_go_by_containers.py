"""What containers, attributes and statements let go of is told of and closed there and then, the last item of a list first."""

import asyncio
import collections


class Hub:
    def __init__(self):
        self.held = {}
        self.tasks = []


async def fails(number):
    raise ValueError(number)


def on_error(loop, context):
    print("told", context["future"].get_name(), repr(context["exception"]), asyncio.current_task() is not None)


async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


def plain(name):
    try:
        yield 1
    finally:
        print("closed", name)


async def failed(count=1):
    tasks = [asyncio.create_task(fails(number)) for number in range(count)]
    await asyncio.sleep(1)
    return tasks


async def begun(name):
    walker = numbers(name)
    await anext(walker)
    return walker


async def tasks_in_containers(hub):
    [hub.held["a"]] = await failed()
    hub.held.pop("a")
    print("popped")
    hub.held = dict(enumerate(await failed(3)))
    hub.held[1] = None
    print("item of a dict set")
    hub.held.clear()
    print("dict cleared")
    hub.tasks = await failed(3)
    hub.tasks.clear()
    print("list cleared")
    hub.tasks = await failed(4)
    del hub.tasks[1:3]
    print("slice deleted")
    hub.tasks[:] = []
    print("slice set")
    hub.tasks = await failed(2)
    hub.tasks[0] = None
    print("item of a list set")
    hub.tasks.remove(hub.tasks[1])
    print("removed")
    hub.tasks += await failed()
    hub.tasks = tuple(hub.tasks)
    del hub.tasks
    print("attribute deleted")
    [hub.one] = await failed()
    hub.one = None
    print("attribute set")
    some = set(await failed())
    some.clear()
    print("set cleared")
    line = collections.deque(await failed(2))
    line.popleft()
    print("taken from the left")
    line.clear()
    print("deque cleared")
    [Hub.shared] = await failed()
    del Hub.shared
    print("attribute of the class deleted")


async def generators_in_containers(hub):
    hub.held = {"a": plain("a"), "b": plain("b")}
    for walker in hub.held.values():
        next(walker)
    del walker
    del hub.held["a"]
    print("deleted")
    hub.held.clear()
    print("cleared")
    hub.held["c"] = await begun("c")
    hub.held.clear()
    print("the loop closes it soon")
    await asyncio.sleep(0)
    hub.walker = await begun("d")
    hub.walker = None
    print("the loop closes it soon")
    await asyncio.sleep(0)
    error = ValueError(await begun("e"))
    error.args = ()
    print("the loop closes it soon")
    await asyncio.sleep(0)


async def main():
    asyncio.get_running_loop().set_exception_handler(on_error)
    hub = Hub()
    await tasks_in_containers(hub)
    await generators_in_containers(hub)


asyncio.run(main())
