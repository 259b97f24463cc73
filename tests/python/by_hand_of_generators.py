# What `asend`, `athrow`, `aclose` and `coroutine.__await__` give, driven by hand; what `aiter` and `anext` say; what closing at the end
# of a loop raises.
import asyncio
import copy
import types


@types.coroutine
def pause(value):
    return (yield value)


def tell(call, *arguments):
    try:
        print(call(*arguments))
    except BaseException as error:
        chain = []
        while error is not None:
            chain.append(repr(error))
            error = error.__context__
        print(*chain, sep=" <- ")


async def numbers():
    try:
        got = yield 1
        await pause("paused")
        yield got
    except ZeroDivisionError:
        yield "caught"


def objects_of_async_generators():
    generator = numbers()
    first = generator.__anext__()
    print(type(first).__name__, first.__await__() is first, iter(first) is first)
    tell(first.send, None)
    tell(first.send, None)
    second = generator.asend("got")
    print(next(second))
    tell(next, second)
    tell(next, second)
    third = generator.__anext__()
    tell(third.throw, ZeroDivisionError)
    closing = generator.aclose()
    print(type(closing).__name__)
    tell(closing.send, 1)
    tell(closing.send, None)
    tell(closing.send, None)
    tell(generator.athrow(KeyError("late")).send, None)
    tell(generator.__anext__().throw, KeyError("thrown"))


def coroutines():
    async def short():
        return await pause("first")

    coroutine = short()
    tell(next, coroutine)
    tell(iter, coroutine)
    wrapper = coroutine.__await__()
    print(type(wrapper).__name__, iter(wrapper) is wrapper, hasattr(coroutine, "__next__"), hasattr(wrapper, "__await__"))
    print(next(wrapper), coroutine.cr_await.gi_code.co_name)
    tell(wrapper.send, "sent")
    tell(wrapper.send, "sent")
    tell(copy.copy, coroutine)

    def plain():
        yield from short()

    @types.coroutine
    def old():
        return (yield from short())

    generator = old()
    tell(next, plain())
    print(next(generator))
    tell(generator.send, "through")


async def handles():
    try:
        await pause(1)
    except ValueError:
        await pause(2)


async def handles_around():
    try:
        raise KeyError("around")
    except KeyError:
        await handles()


def contexts():
    for make in [handles, handles_around]:
        coroutine = make()
        print(coroutine.send(None))
        tell(coroutine.throw, ValueError("first"))
        tell(coroutine.throw, TypeError("second"))


class BadAwait:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        return 1 / 0


class Ends(StopIteration):
    done = False

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.done:
            raise StopAsyncIteration
        self.done = True
        return self.value


async def loops():
    try:
        async for _ in BadAwait():
            pass
    except TypeError as error:
        print(error, repr(error.__cause__))
    print([item async for item in Ends(42)])
    nested = ([row + column async for row in numbers_of(2)] for column in (10, 20))
    print([item async for item in nested])
    for call in [aiter, lambda: aiter(1), lambda: aiter(Ends(1), 2), anext, lambda: anext(1, 2), lambda: anext(x=1)]:
        tell(call)
    generator = numbers()
    print(await anext(generator, "default"), type(generator).__anext__ is not None)


async def numbers_of(count):
    for number in range(count):
        yield number


async def fails():
    try:
        yield 1
    finally:
        raise ValueError("closing")


async def unclosed(held, has_handler):
    if has_handler:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(
            lambda loop, context: print(sorted(context), repr(context["exception"]), context["asyncgen"] is held[-1])
        )
    held.append(fails())
    print(await anext(held[-1]))


objects_of_async_generators()
coroutines()
contexts()
asyncio.run(loops())
asyncio.run(unclosed([], True))
