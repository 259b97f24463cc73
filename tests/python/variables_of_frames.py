"""What frames of coroutines and generators that wait tell of their variables."""

import asyncio
import inspect


async def cook(dish, minutes=2, *rest, **more):
    total = minutes + 1
    await asyncio.sleep(0.01)
    shared = [dish]

    def look():
        return shared, outer

    outer = look
    await asyncio.sleep(0.01)


def count(limit):
    for number in range(limit):
        yield number


async def ask(step):
    answer = yield step
    print(answer)
    yield


async def main():
    cooking = cook("soup", more=1)
    print(inspect.getcoroutinelocals(cooking), cooking.cr_frame.f_locals)
    task = asyncio.create_task(cooking)
    await asyncio.sleep(0.001)
    print(inspect.getcoroutinelocals(cooking), task.get_stack()[0].f_locals["total"])
    await asyncio.sleep(0.01)
    print(list(cooking.cr_frame.f_locals), task.get_coro().cr_frame.f_locals["shared"])
    await task
    print(inspect.getcoroutinelocals(cooking), cooking.cr_frame, task.get_stack())
    numbers = count(3)
    next(numbers)
    print(inspect.getgeneratorlocals(numbers), numbers.gi_frame.f_locals)
    numbers.close()
    print(inspect.getgeneratorlocals(numbers))
    try:
        inspect.getgeneratorlocals([])
    except TypeError as error:
        print(error)
    asking = ask("first")
    await asking.asend(None)
    print(asking.ag_frame.f_locals)
    await asking.asend("second")
    print(asking.ag_frame.f_locals)
    await asking.aclose()

    def inner():
        return numbers, asking, task

    print(inner.__code__.co_freevars, main.__code__.co_freevars)


asyncio.run(main())
