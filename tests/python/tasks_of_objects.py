# A task that steps an object with the methods of a coroutine throws into it also before its first step, and holds it when it is over.
import asyncio
import sys


class Like:
    def __init__(self, name):
        self.name = name

    def send(self, value):
        print(self.name, "send", value)
        raise StopIteration(3)

    def throw(self, *exc):
        print(self.name, "throw", repr(exc[0]))
        raise exc[0]

    def close(self):
        print(self.name, "close")

    def __await__(self):
        return self


async def numbers(name, delay):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(delay)
        print(name, "over")


async def beyond(name, delay):
    async with asyncio.timeout(3):
        async for x in numbers(name, delay):
            yield x


async def cancelled(task):
    task.cancel("no")
    try:
        print(await task)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)


async def of_like():
    await cancelled(asyncio.ensure_future(Like("cancelled")))
    like = Like("run")
    task = asyncio.create_task(like)
    print(task.get_coro() is like, await task, task.get_coro() is like)


async def of_next():
    generator = numbers("next", 0)
    await cancelled(asyncio.create_task(anext(generator, 5)))
    print([x async for x in generator])
    generator = numbers("begun", 0)
    await anext(generator)
    await cancelled(asyncio.create_task(anext(generator, 5)))
    print([x async for x in generator])
    generator = numbers("begun", 0)
    await anext(generator)
    try:
        await asyncio.wait_for(anext(generator, 5), 0)
    except asyncio.TimeoutError as error:
        print(repr(error))


async def of_held():
    generator = numbers("held", 0)
    task = asyncio.create_task(generator.asend(None))
    await task
    del generator
    await asyncio.sleep(1)
    print("lets go")
    del task
    await asyncio.sleep(0)
    print("let go")
    await asyncio.sleep(1)
    # The timeout in the generator knows its task, and that the generator.
    generator = beyond("circle", 0)
    print(await asyncio.gather(anext(generator, 1), anext(generator, 2), return_exceptions=True))
    del generator
    await asyncio.sleep(1)
    print("end")


def old():
    try:
        yield
    finally:
        print("not to be seen")


async def of_generators():
    generator = old()
    task = asyncio.ensure_future(generator)
    print(task.get_coro() is generator)
    await cancelled(task)
    print(task.get_coro() is generator, list(generator))


def making(loop, coro, **others):
    print("made", hasattr(coro, "__name__"))
    return asyncio.Task(coro, loop=loop, **others)


async def of_factories():
    asyncio.get_running_loop().set_task_factory(making)
    generator = numbers("factory", 0)
    await anext(generator)
    del generator
    await asyncio.sleep(1)
    print("end")


asyncio.run(of_like())
asyncio.run(of_next())
asyncio.run(of_held())
if sys.version_info < (3, 12):
    asyncio.run(of_generators())
asyncio.run(of_factories())
