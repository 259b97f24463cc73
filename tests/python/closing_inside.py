"""Closing, and throwing into, what waits in the middle of something: coroutines and generators that take notice of it, or do not."""

import asyncio


def told(error):
    context = error.__context__
    return type(error).__name__, str(error), type(context).__name__ if context else None


async def turn():
    await asyncio.sleep(0)


async def swallows(name, again):
    try:
        await turn()
    except GeneratorExit as error:
        print(name, "swallows", *told(error))
    if again:
        try:
            await turn()
        except BaseException as error:
            print(name, "second", *told(error))
            raise
    return name


async def raises(name):
    try:
        await turn()
    finally:
        print(name, "raises")
        raise KeyError(name)


async def outer(name, inner):
    try:
        print(name, "got", await inner)
    except BaseException as error:
        print(name, *told(error))
        raise
    finally:
        print(name, "is over")


async def stubborn(name, inner):
    try:
        print(name, "got", await inner)
    except BaseException as error:
        print(name, "stays", *told(error))
    await turn()
    print(name, "never comes here")


def close(coroutine):
    coroutine.send(None)
    try:
        print("closed", coroutine.close())
    except BaseException as error:
        print("close", *told(error))
    try:
        coroutine.send(None)
    except BaseException as error:
        print("send", *told(error))


print("-- coroutines")
close(outer("a", swallows("b", False)))
close(outer("a", swallows("b", True)))
close(outer("a", raises("b")))
close(outer("a", outer("b", swallows("c", False))))
close(outer("a", outer("b", swallows("c", True))))
close(outer("a", outer("b", raises("c"))))
close(outer("a", stubborn("b", turn())))
close(outer("a", stubborn("b", swallows("c", True))))
close(stubborn("a", stubborn("b", swallows("c", True))))
close(stubborn("a", raises("b")))

print("-- handled")


async def handling(name, inner):
    try:
        raise IndexError(name)
    except IndexError:
        await outer(name, inner)


try:
    raise OSError("closer")
except OSError:
    close(handling("a", turn()))
    close(handling("a", raises("b")))
    close(handling("a", swallows("b", True)))

print("-- generators")


def inner_generator(name, how):
    try:
        yield 1
    except GeneratorExit as error:
        print(name, *told(error))
        if how == "again":
            yield 2
        elif how == "raise":
            raise KeyError(name)
        elif how == "value":
            return name
        else:
            raise


def generator(name, inner):
    try:
        print(name, "got", (yield from inner))
    except BaseException as error:
        print(name, *told(error))
        raise
    finally:
        print(name, "is over")


for how in ["again", "raise", "value", "plain"]:
    print(how)
    close(generator("g", inner_generator("h", how)))
    close(generator("f", generator("g", inner_generator("h", how))))

print("-- thrown")


def throw(thing, exception):
    thing.send(None)
    try:
        print("gave", thing.throw(exception))
    except BaseException as error:
        print("threw", *told(error), error is exception)
    try:
        thing.close()
    except BaseException as error:
        print("close", *told(error))


class Leave(GeneratorExit):
    pass


for exception in [GeneratorExit, GeneratorExit("given"), Leave("mine"), ValueError("other")]:
    print(repr(exception))
    throw(outer("a", swallows("b", False)), exception)
    throw(outer("a", swallows("b", True)), exception)
    throw(outer("a", raises("b")), exception)
    throw(outer("a", stubborn("b", turn())), exception)
    throw(handling("a", raises("b")), exception)
    for how in ["again", "raise", "value", "plain"]:
        throw(generator("g", inner_generator("h", how)), exception)

print("-- awaitables")


class Awaitable:
    def __init__(self, iterator):
        self.iterator = iterator

    def __await__(self):
        return self.iterator


def yields(name, how):
    try:
        yield
    except GeneratorExit as error:
        print(name, *told(error))
        if how == "again":
            yield
        elif how == "raise":
            raise KeyError(name)
        elif how == "value":
            return name
        raise


for how in ["again", "raise", "value", "plain"]:
    print(how)
    close(outer("a", Awaitable(yields("y", how))))
    close(outer("a", Awaitable(generator("x", yields("y", how)))))


def through(name, inner):
    try:
        return (yield from inner.__await__())
    except BaseException as error:
        print(name, *told(error))
        raise


close(outer("a", Awaitable(through("x", swallows("y", True)))))
close(outer("a", Awaitable(through("x", swallows("y", False)))))
close(through("x", swallows("y", True)))
close(through("x", raises("y")))
