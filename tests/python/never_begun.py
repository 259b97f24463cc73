# A loop knows an asynchronous generator as soon as one of its methods is asked for, and closes it in a task, even when it never began.
import asyncio
import inspect
import sys


async def ticks():
    print("never printed")
    yield 1


def name():
    return asyncio.current_task().get_name()


async def after(label):
    print(label, name())


async def refused():
    generator = ticks()
    try:
        await generator.asend(5)
    except TypeError as error:
        print(error)
    if sys.version_info >= (3, 12):
        print(inspect.getasyncgenstate(generator))


async def main():
    print("main", name())
    generator = ticks()
    del generator
    await asyncio.sleep(0)
    await asyncio.create_task(after("none of its methods"))
    generator = ticks()
    step = generator.asend(5)
    step.close()
    del generator, step
    await asyncio.sleep(0)
    await asyncio.create_task(after("a step that was closed"))
    await refused()
    await asyncio.sleep(0)
    await asyncio.create_task(after("a step that was refused"))
    generator = ticks()
    print([await anext(generator, "end") for _ in range(0)])
    await generator.aclose()
    print(await anext(generator, "end"))


with asyncio.Runner() as runner:
    runner.run(refused())
    runner.run(after("the next run"))
asyncio.run(main())
