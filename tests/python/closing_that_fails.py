# What a runner comes upon when it closes its loop: a stop that was on its way, and a task factory that fails.
import asyncio


async def interrupt(kind):
    raise kind


async def main(kind):
    for _ in range(2):
        asyncio.create_task(interrupt(kind))


async def interrupted(kind):
    asyncio.create_task(interrupt(kind))
    try:
        await asyncio.sleep(1)
    finally:
        print("left")


for kind in (KeyboardInterrupt, SystemExit):
    for function in (main, interrupted, interrupt):
        try:
            asyncio.run(function(kind))
        except BaseException as error:
            print(repr(error), repr(error.__context__))


def factory(loop, coro, **more):
    coro.close()
    raise RuntimeError("no tasks today")


async def fails():
    asyncio.get_running_loop().set_task_factory(factory)
    raise KeyError(1)


async def ends():
    asyncio.get_running_loop().set_task_factory(factory)


for function in (fails, ends):
    try:
        asyncio.run(function())
    except Exception as error:
        print(repr(error), repr(error.__context__))
    try:
        with asyncio.Runner() as runner:
            runner.run(function())
    except Exception as error:
        print(repr(error), repr(error.__context__))
    runner.close()
    try:
        runner.get_loop()
    except RuntimeError as error:
        print(error)
