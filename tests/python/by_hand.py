"""Coroutines and generators driven by hand: send, throw, close; what can be awaited, gone through step by step."""
import asyncio


async def child():
    await asyncio.sleep(1)
    return 3


class Awaitable:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        result = yield from self.future
        return result + 1


class Awaitable2:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return iter(self.future)


class Awaitable3:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return self.future.__await__()


class Awaitable4:
    def __init__(self, coro):
        self.coro = coro

    def __await__(self):
        return (yield from self.coro.__await__())


async def main():
    c = child()
    print(type(c).__name__, type(c), c.__name__, c.__qualname__)
    c.close()
    loop = asyncio.get_running_loop()
    for kind in (Awaitable, Awaitable2, Awaitable3):
        f = loop.create_future()
        loop.call_later(1, f.set_result, 10)
        print(kind.__name__, await kind(f), loop.time())
    print(await Awaitable4(child()))

    async def simple():
        return 7
    s = simple()
    try:
        s.send(None)
    except StopIteration as stop:
        print("stop", stop.value, stop.args)
    try:
        s.send(None)
    except RuntimeError as e:
        print(e)
    s = simple()
    try:
        s.send(1)
    except TypeError as e:
        print(e)
    try:
        s.throw(ValueError("x"))
    except ValueError as e:
        print("thrown", e)
    c = child()
    first = c.send(None)
    print(type(first).__name__, first.done(), asyncio.isfuture(first))
    c.close()

    async def waits(fut):
        try:
            return await fut
        except ValueError as e:
            return "caught %s" % e
    fut = loop.create_future()
    w = waits(fut)
    y = w.send(None)
    print(y is fut, fut._asyncio_future_blocking)
    try:
        w.throw(ValueError("inside"))
    except StopIteration as stop:
        print(stop.value)
    it = iter(fut)
    try:
        next(it)
    except RuntimeError as e:
        print(e, fut._asyncio_future_blocking)
    fut = loop.create_future()
    it = iter(fut)
    print(next(it) is fut)
    fut.set_result(4)
    try:
        next(it)
    except StopIteration as stop:
        print(stop.value)


async def pause(log):
    log.append(await asyncio.sleep(0, "turn"))
    try:
        await asyncio.sleep(0)
    except KeyError as error:
        log.append(repr(error))
    return log


async def outer(log):
    log.append("in")
    try:
        return await pause(log)
    finally:
        log.append("out")


def through(future):
    try:
        result = yield from future
    except ValueError as error:
        result = error
    yield ("got", result)


class Both:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        first = yield from self.future
        second = yield from asyncio.sleep(1, "slept").__await__()
        yield
        return first, second


async def numbers():
    for number in range(3):
        await asyncio.sleep(0)
        yield number


def drive(coroutine):
    """Runs a coroutine that waits for nothing but its turn."""
    turns = 0
    while True:
        try:
            coroutine.send(None)
        except StopIteration as end:
            return turns, end.value
        turns += 1


async def collect():
    return [number async for number in numbers()]


def outside():
    log = []
    coroutine = outer(log)
    print(coroutine.send(None), coroutine.send(None), log)
    try:
        coroutine.throw(KeyError("thrown"))
    except StopIteration as end:
        print(end.value is log, log)
    for method in (lambda: coroutine.send(None), lambda: coroutine.throw(ValueError())):
        try:
            method()
        except RuntimeError as error:
            print(error)
    coroutine.close()
    fresh = outer([])
    try:
        fresh.throw(ValueError, "never begun")
    except ValueError as error:
        print(repr(error))
    begun = outer(log)
    begun.send(None)
    begun.close()
    print(log[-2:])
    print(drive(collect()), drive(outer([])))
    try:
        asyncio.sleep(1).send(None)
    except RuntimeError as error:
        print(error)


async def inside():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    generator = through(future)
    print(next(generator) is future)
    future.set_result("plum")
    print(next(generator))
    future = loop.create_future()
    generator = through(future)
    next(generator)
    print(generator.throw(ValueError("sour")))
    try:
        for given in through(loop.create_future()):
            print(asyncio.isfuture(given))
    except RuntimeError as error:
        print(error)
    future = loop.create_future()
    loop.call_later(2, future.set_result, "late")
    print(await Both(future), loop.time())
    print(await asyncio.gather(Both(future), collect()), drive(collect()))

    async def stubborn():
        try:
            await asyncio.sleep(0)
        except GeneratorExit:
            print("stays")
        await asyncio.sleep(0)

    coroutine = stubborn()
    coroutine.send(None)
    try:
        coroutine.close()
    except RuntimeError as error:
        print(error)
    nested = loop.create_future()
    waiting = outer([])
    waiting.send(None)
    try:
        await waiting
    except RuntimeError as error:
        print(error)
    waiting.close()
    nested.cancel()


asyncio.run(main())
outside()
asyncio.run(inside())
