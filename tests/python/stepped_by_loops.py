"""The loop itself calls methods of coroutines and generators: each goes on by a step, and what it raises is the handler's."""

import asyncio


async def work(name):
    print(name, "begins")
    await asyncio.sleep(0)
    print(name, "goes on")
    return 4


def echo():
    while True:
        try:
            print("got", (yield 1))
        except ValueError as error:
            print("caught", error)


async def numbers():
    print("first")
    yield 1


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler", repr(context["exception"])))
    coroutine, generator = work("a"), echo()
    loop.call_soon(coroutine.send, None)
    loop.call_soon(next, generator)
    loop.call_soon(generator.send, 5)
    loop.call_soon(generator.__next__)
    loop.call_soon(generator.throw, ValueError("thrown"))
    loop.call_soon(generator.throw, KeyError("left"))
    await asyncio.sleep(1)
    loop.call_soon(coroutine.send, None)
    await asyncio.sleep(1)
    coroutine, generator = work("b"), echo()
    next(generator)
    loop.call_soon(coroutine.close)
    loop.call_soon(generator.close)
    loop.call_soon(work("c").throw, KeyError("early"))
    await asyncio.sleep(1)
    wrapper = work("d").__await__()
    loop.call_later(0.5, next, wrapper)
    loop.call_later(0.6, wrapper.__next__)
    loop.call_later(0.7, numbers().asend(None).send, None)
    coroutine = work("e")
    future = loop.create_future()
    future.add_done_callback(lambda done: coroutine.send(None))
    future.set_result(None)
    await asyncio.sleep(1)
    coroutine.close()


asyncio.run(main())
