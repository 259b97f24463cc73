# An eager factory starts the tasks of all that `gather` and `ensure_future` are given at once, of objects with `__await__` as well.
import asyncio
import sys


class Pause:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        print(self.name, "begins in", asyncio.current_task().get_name())
        yield from asyncio.sleep(1).__await__()
        print(self.name, "ends in", asyncio.current_task().get_name())
        return self.name


class Broken:
    def __await__(self):
        return None


async def work(name):
    print(name, "works in", asyncio.current_task().get_name())
    return name


async def main():
    pause = Pause("twice")
    awaitables = Pause("first"), work("second"), pause, Broken(), pause, work("last")
    answers = await asyncio.gather(*awaitables, return_exceptions=True)
    print([answer if isinstance(answer, str) else type(answer).__name__ for answer in answers])
    print(await asyncio.gather(asyncio.shield(Pause("shielded")), asyncio.ensure_future(Pause("ensured")), work("third")))
    try:
        await asyncio.gather(Pause("before"), 3, work("never"))
    except TypeError as error:
        print(error)


async def eager():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await main()


async def by_own_factory():
    def factory(loop, coroutine, **options):
        print("made of", coroutine.__name__)
        return asyncio.Task(coroutine, loop=loop, **options)

    asyncio.get_running_loop().set_task_factory(factory)
    await main()


asyncio.run(main())
asyncio.run(by_own_factory())
if sys.version_info >= (3, 12):
    asyncio.run(eager())
