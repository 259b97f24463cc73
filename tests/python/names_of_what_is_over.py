"""What coroutines and generators are called when they are over, and that a cancelled sleep does not make another coroutine of one."""

import asyncio
import functools


def logged(function):
    @functools.wraps(function)
    async def wrapper(*arguments):
        return await function(*arguments)

    return wrapper


async def chop(what):
    return what


@logged
async def fry(what):
    return what


async def orders():
    yield 1


def dishes():
    yield "soup"


async def wait_for_guests():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled", waiting is task.get_coro(), waiting.cr_running)
        await asyncio.sleep(0.1)
    return "nobody came"


async def main():
    global waiting, task
    chopped, fried = chop("onions"), fry("onions")
    print(await chopped, await fried, chopped.__name__, fried.__name__)
    again = [chop(number) for number in range(3)]
    wrapped = [fry(number) for number in range(3)]
    print([await each for each in wrapped], [each.__qualname__ for each in wrapped])
    print([await each for each in again], [each.__name__ for each in again], chopped.__name__, fried.__name__)
    asynchronous, plain = orders(), dishes()
    print([order async for order in asynchronous], list(plain))
    print(asynchronous.__name__, plain.__qualname__, plain.gi_code.co_name, asynchronous.ag_frame, chopped.cr_code.co_name)
    plain = dishes()
    plain.__name__ = "menu"
    print(next(plain), plain.__name__, plain.__qualname__)
    try:
        plain.__qualname__ = 3
    except TypeError as error:
        print(error)
    waiting = wait_for_guests()
    task = asyncio.create_task(waiting, name="waiter")
    await asyncio.sleep(0.01)
    task.cancel()
    print(waiting is task.get_coro(), waiting.cr_running, waiting.cr_frame is None)
    print(await task, waiting is task.get_coro(), task.get_coro().__name__, waiting.cr_frame)


asyncio.run(main())
