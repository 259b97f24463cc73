# Classes below asyncio's task groups and timeouts; and a local that is read before it has a value, where anything may be there to catch it.
import asyncio


class Kitchen(asyncio.TaskGroup):
    def __init__(self, name):
        super().__init__()
        self.name, self.cooks = name, []

    def create_task(self, coro, **keywords):
        task = super().create_task(coro, name=f"{self.name}-{len(self.cooks)}", **keywords)
        self.cooks.append(task)
        return task

    async def __aexit__(self, *given):
        print(self.name, "closes", given[0])
        return await super().__aexit__(*given)


class Patience(asyncio.Timeout):
    async def __aexit__(self, *given):
        print("patient until", self.when(), given[0])
        return await super().__aexit__(*given)


async def cook(seconds, error=None):
    await asyncio.sleep(seconds)
    if error is not None:
        raise error
    return asyncio.current_task().get_name()


async def main():
    async with Kitchen("good") as kitchen:
        kitchen.create_task(cook(1))
        kitchen.create_task(cook(2))
    print([task.result() for task in kitchen.cooks])
    try:
        async with Kitchen("bad") as kitchen:
            kitchen.create_task(cook(9))
            kitchen.create_task(cook(1, ValueError("burnt")))
    except* ValueError as errors:
        print(repr(errors), [task.cancelled() for task in kitchen.cooks])
    try:
        async with Patience(asyncio.get_running_loop().time() + 1) as patience:
            await cook(5)
    except TimeoutError:
        print("late", patience.expired())
    print(await asyncio.create_task(cook(0)))


def forgotten():
    try:
        raise KeyError
    except KeyError as error:
        pass
    return error


asyncio.run(main())
try:
    forgotten()
except Exception as error:
    print(repr(error))
