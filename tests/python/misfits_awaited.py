# What `async for`, `anext` with a default, `close` and `throw` say of what they cannot use; and displays of what has no items.
import asyncio
import collections
import re
import types


class Tuples:
    def __aiter__(self):
        return self

    def __anext__(self):
        return ()


class Numbers:
    def __init__(self, result):
        self.result = result

    def __anext__(self):
        return self

    def __await__(self):
        return self.result


class OldStyle:
    def __init__(self):
        self.left = 2

    def __aiter__(self):
        return self

    @types.coroutine
    def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        yield from asyncio.sleep(1).__await__()
        return self.left


async def attempt(make):
    try:
        print(await make())
    except Exception as error:
        print(type(error).__name__, error, "|", repr(error.__cause__), repr(error.__context__))


async def go_through(iterable):
    return [item async for item in iterable]


@types.coroutine
def pause():
    yield "paused"


async def ends_in_close():
    try:
        await pause()
    except GeneratorExit:
        return "value"


def attempt_now(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    await attempt(lambda: go_through(Tuples()))
    await attempt(lambda: anext(Tuples()))
    await attempt(lambda: anext(Tuples(), "default"))
    for result in (3, None, []):
        await attempt(lambda: anext(Numbers(result), "default"))
    await attempt(lambda: go_through(OldStyle()))
    old = OldStyle()
    for _ in range(3):
        await attempt(lambda: anext(old, "default"))
    coroutine = ends_in_close()
    print(coroutine.send(None), coroutine.close(), coroutine.close())
    coroutine = ends_in_close()
    attempt_now(lambda: coroutine.throw(3))
    coroutine.close()
    attempt_now(lambda: (number for number in ()).throw("text"))
    for value in (3, None, coroutine):
        attempt_now(lambda: [*value])
        attempt_now(lambda: (1, *value))

    class Generates:
        def __await__(self):
            yield (number for number in ())

    async def yields_a_generator():
        await Generates()

    try:
        await asyncio.create_task(yields_a_generator())
    except RuntimeError as error:
        print(str(error).split(" in task")[0])

    # What is asked right behind a message that names an object by its address is answered itself.
    counted = collections.Counter()
    for misfit in (asyncio.sleep, Tuples().__aiter__, (number for number in ()), ended(), [ended]):
        try:
            asyncio.create_task(misfit)
        except TypeError as error:
            counted[type(error).__name__] += 1
            print(re.sub("0x[0-9a-f]+", "0x", str(error)), counted)
    for make in (
        lambda: written_out([1, 2]),
        lambda: computed(1),
        lambda: starred([1]),
        lambda: given_out(1),
    ):
        await attempt(make)


async def ended():
    yield


async def written_out(given):
    try:
        print([item async for item in given])
    finally:
        print([item async for item in [1, 2]])


async def computed(number):
    return {item: item async for item in [number, print]}


async def starred(numbers):
    return [item async for item in [*numbers, 2]]


async def given_out(number):
    return [item for item in (item async for item in [number])]


asyncio.run(main())
