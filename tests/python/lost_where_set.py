"""A future that nothing else holds is let go of behind the statement that sets its exception; what a callback raised stays with its handle."""

import asyncio
import collections


def handler(loop, context):
    print("handler:", context["message"].split(" at ")[0].split("(")[0], repr(context["exception"]))


def give():
    return asyncio.get_running_loop().create_future()


def lose(number):
    give().set_exception(ValueError(number))
    print("lost", number)


def loses(number):
    lose(number)
    yield number


async def at_once():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.create_future().set_exception(ValueError(1))
    print("made by the loop")
    asyncio.Future().set_exception(ValueError(2))
    print("made by its class")
    lose(3)
    queue = collections.deque([give(), give()])
    queue.popleft().set_exception(ValueError(4))
    print("from a deque")
    queue.pop().set_exception(ValueError(5))
    print("from its other end")
    [give()][0].set_exception(ValueError(6))
    print("from a list")
    for number in loses(7):
        print("given", number)
    loop.call_soon(lose, 8)
    future = give()
    future.add_done_callback(lambda done: lose(9))
    future.cancel()
    await asyncio.sleep(0)
    held = give()
    held.set_exception(ValueError(10))
    print("held")
    del held
    print("let go of")


def fails(given):
    future = give()
    asyncio.get_running_loop().call_soon(future.set_exception, KeyError("kept by a frame"))
    raise ZeroDivisionError("failed")


def generator(given):
    fails(given)
    yield


def goes_through(given):
    for _ in generator(given):
        pass


async def by_callbacks():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    for function in fails, goes_through:
        loop.call_soon(function, None)
        await asyncio.sleep(1)
        print("called", function.__name__)
        future = give()
        future.add_done_callback(function)
        future.set_result(1)
        del future
        await asyncio.sleep(1)
        print("called back", function.__name__)
    loop.call_soon(fails, give())
    lost = give()
    lost.set_exception(ValueError("an argument"))
    loop.call_soon(lost.set_result, 1)
    del lost
    await asyncio.sleep(0)
    print("over")


for function in at_once, by_callbacks:
    asyncio.run(function())
    print("ran", function.__name__)
