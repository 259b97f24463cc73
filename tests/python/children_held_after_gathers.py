"""A gather holds its children as long as it is held: by the step that it woke, up to that step's end, whatever came of them."""

import asyncio
import weakref


class Load:
    pass


async def forever(load):
    await asyncio.sleep(1)


async def value(load):
    await asyncio.sleep(0.001)
    return load


async def fails(load):
    raise ValueError


def start(what):
    load = Load()
    task = asyncio.create_task(what(load))
    return task, weakref.ref(load), weakref.ref(task)


async def main():
    loop = asyncio.get_running_loop()
    for what in forever, fails, value:
        for how in "with exceptions", "wait", "two":
            task, load, reference = start(what)
            if what is forever:
                loop.call_later(0.0005, task.cancel)
            try:
                if how == "wait":
                    await asyncio.wait([task])
                elif how == "two":
                    await asyncio.gather(task, asyncio.sleep(0.002), return_exceptions=True)
                else:
                    await asyncio.gather(task, return_exceptions=True)
            except (asyncio.CancelledError, ValueError) as error:
                print(type(error).__name__)
            if what is fails:
                task.exception()
            del task
            held = [load() is None, reference() is None]
            await asyncio.sleep(0)
            print(what.__name__, how, held, load() is None, reference() is None)


asyncio.run(main())
