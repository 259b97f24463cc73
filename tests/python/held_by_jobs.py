"""Threads that are over hold neither their jobs nor what these were called with, nor does the loop that waited for them."""

import asyncio
import time


class Hub:
    pass


async def fails(number):
    raise ValueError(number)


async def main():
    hub = Hub()
    hub.loop = asyncio.get_running_loop()

    def on_error(loop, context):
        print("told", repr(context["exception"]), hub.loop is loop)

    hub.loop.set_exception_handler(on_error)
    hub.task = asyncio.create_task(fails(1))

    def job():
        time.sleep(0.1)
        return hub.task.done()

    print(await asyncio.to_thread(job))


asyncio.run(main())
print("end")


class Argument:
    def __init__(self, task):
        self.task = task


def looks(argument):
    time.sleep(0.1)
    return argument.task.done()


async def gives_away():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("told", repr(context["exception"])))
    print(await asyncio.to_thread(looks, Argument(asyncio.create_task(fails(2)))))
    print("given away")
    await asyncio.sleep(1)


asyncio.run(gives_away())
