# What leaves the loop leaves the first step of an eager task where the task is made.
import asyncio
import sys


async def interrupt(error):
    raise error


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    for error in (KeyboardInterrupt("pressed"), SystemExit(3)):
        try:
            asyncio.create_task(interrupt(error), name="eager")
        except BaseException as caught:
            print(repr(caught), caught is error)
    await asyncio.sleep(1)
    try:
        await asyncio.gather(interrupt(KeyboardInterrupt("gathered")))
    except KeyboardInterrupt as caught:
        print(repr(caught))
    async with asyncio.TaskGroup() as group:
        try:
            group.create_task(interrupt(KeyboardInterrupt("in a group")))
        except KeyboardInterrupt as caught:
            print(repr(caught))
    print("goes on")
    asyncio.create_task(interrupt(SystemExit(4)))


if sys.version_info >= (3, 12):
    try:
        asyncio.run(main())
    except SystemExit as error:
        print(repr(error))
