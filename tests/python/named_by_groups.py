# What tasks are called in groups where a class of tasks has an `uncancel` of its own, with and without a factory.
import asyncio
import contextvars


class Counted(asyncio.Task):
    def cancel(self, msg=None):
        print("cancel", self.get_name(), msg)
        return super().cancel(msg)

    def uncancel(self):
        left = super().uncancel()
        print("uncancel", self.get_name(), left)
        return left


async def child(number):
    print("child", number, asyncio.current_task().get_name())
    await asyncio.sleep(0.01)
    if number == 3:
        raise ValueError(number)
    await asyncio.sleep(1)


async def group(loop):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child(1), name="one")
            tg.create_task(child(2))
            tg.create_task(child(3), name="three", context=contextvars.copy_context())
            print("body", asyncio.current_task().get_name())
    except* ValueError as errors:
        print(errors.exceptions, asyncio.current_task().cancelling())


async def main():
    loop = asyncio.get_running_loop()
    await group(loop)
    loop.set_task_factory(lambda loop, coro, **given: Counted(coro, loop=loop, **given))
    await loop.create_task(group(loop), name="with a factory")


asyncio.run(main())
