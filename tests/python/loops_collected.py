"""A closed loop that nothing holds goes with all that its handler leads to, in the order in which that was made."""

import asyncio
import gc


class Hub:
    def __init__(self, loop):
        self.loop = loop
        self.future = loop.create_future()

    def on_error(self, loop, context):
        print("told", context["message"], repr(context["exception"]))


async def limited(hub):
    async with asyncio.timeout(1), asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(5))


async def main():
    loop = asyncio.get_running_loop()
    hub = Hub(loop)
    loop.set_exception_handler(hub.on_error)
    asyncio.create_task(limited(hub))
    await asyncio.sleep(2)
    hub.future.set_exception(KeyError(1))


asyncio.run(main())
print("collecting")
gc.collect()
print("held by a name")
held = asyncio.new_event_loop()
held.run_until_complete(main())
held.close()
gc.collect()
print("end")
