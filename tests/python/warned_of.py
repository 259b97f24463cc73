# What warns, where a program records warnings: coroutines that are never awaited, parts that are thrown, loops that had to be made.
import asyncio
import time
import warnings


def record(label, function):
    with warnings.catch_warnings(record=True) as recorded:
        warnings.simplefilter("always")
        try:
            function()
        except Exception as error:
            print("raised", repr(error))
    print(label, [(each.category.__name__, str(each.message)) for each in recorded])


async def coroutine(inner=None):
    await asyncio.sleep(0)


async def items():
    try:
        yield 1
    except ValueError:
        yield 2


def numbers():
    try:
        yield 1
    except ValueError:
        yield 2


class Kitchen:
    async def cook(self):
        pass


def held_for_a_while():
    here = coroutine()
    print("held")
    here = None
    print("let go of")


def in_a_list():
    several = [coroutine(), coroutine(coroutine())]
    several.pop(0)
    print("one is left")


def closed():
    coroutine().close()


def begun():
    here = coroutine()
    here.send(None)


def misfit():
    coroutine(coroutine(), 2)


def run_inside_a_run():
    async def main():
        asyncio.run(coroutine())

    asyncio.run(main())


def loop_is_closed():
    loop = asyncio.new_event_loop()
    loop.close()
    loop.run_until_complete(coroutine())


def no_loop():
    asyncio.create_task(coroutine())


def gathered_with_a_number():
    async def main():
        await asyncio.gather(coroutine(), 5)

    asyncio.run(main())


def group_is_over():
    async def main():
        async with asyncio.TaskGroup() as group:
            pass
        group.create_task(coroutine())

    asyncio.run(main())


def called_soon():
    async def main():
        asyncio.get_running_loop().call_soon(coroutine)
        await asyncio.sleep(0)

    asyncio.run(main())


def cancelled_before_it_began():
    async def main():
        asyncio.create_task(coroutine()).cancel()

    asyncio.run(main())


def executor():
    async def main():
        loop = asyncio.get_running_loop()
        job = loop.run_in_executor(None, time.sleep, 2)
        try:
            await loop.shutdown_default_executor(1)
        except TypeError as error:
            print(error)
        await job

    asyncio.run(main())


def thrown_into_a_generator():
    generator = numbers()
    next(generator)
    print(generator.throw(ValueError, "parts", None))


def thrown_alone():
    generator = numbers()
    next(generator)
    print(generator.throw(ValueError("alone")))


def thrown_into_items():
    async def main():
        generator = items()
        await anext(generator)
        print(await generator.athrow(ValueError, "parts"))
        await generator.aclose()

    asyncio.run(main())


def current_loop():
    asyncio.set_event_loop_policy(None)
    asyncio.get_event_loop().close()


def future_without_a_loop():
    asyncio.set_event_loop_policy(None)
    asyncio.Future().get_loop().close()


def loop_that_was_set():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    asyncio.get_event_loop().close()


record("called only", coroutine)
record("method", Kitchen().cook)
record("anext", lambda: items().__anext__())
record("athrow", lambda: items().athrow(ValueError))
record("aclose", lambda: items().aclose())
for each in (held_for_a_while, in_a_list, closed, begun, misfit, run_inside_a_run, loop_is_closed, no_loop, gathered_with_a_number,
             group_is_over, called_soon, cancelled_before_it_began, executor, thrown_into_a_generator, thrown_alone,
             thrown_into_items, current_loop, future_without_a_loop, loop_that_was_set):
    record(each.__name__, each)

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        thrown_into_a_generator()
    except DeprecationWarning as error:
        print("an error:", error)
    coroutine()
    print("which has nobody to go to")
