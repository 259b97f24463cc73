"""What is thrown by hand into generators that go through others: whose exception becomes its context."""

import asyncio
import types


class Spilt(Exception):
    pass


async def turn():
    await asyncio.sleep(0)


async def handling():
    try:
        await turn()
    except Spilt:
        await turn()


async def stepping():
    try:
        await turn()
    except Spilt:
        await turn()
    return
    yield


def through(iterator):
    return (yield from iterator)


def wiping(iterator):
    try:
        return (yield from iterator)
    finally:
        print("wiped")


class Wrapped:
    def __init__(self, thing):
        self.thing = thing

    def __await__(self):
        return (yield from self.thing.__await__())


def outer(make):
    try:
        yield 0
    except Spilt:
        pass
    try:
        raise KeyError("outer")
    except KeyError:
        yield from make()


def chain(error):
    texts = []
    while error is not None:
        texts.append(repr(error))
        error = error.__context__
    return " after ".join(texts)


def twice(generator):
    print(generator.send(None), generator.throw(Spilt("first")))
    try:
        raise IndexError("caller")
    except IndexError:
        try:
            print(generator.throw(Spilt("second")))
            generator.throw(Spilt("third"))
        except Spilt as error:
            print(chain(error))


twice(handling())
twice(handling().__await__())
twice(through(handling().__await__()))
twice(wiping(through(handling().__await__())))
twice(Wrapped(Wrapped(handling())).__await__())
twice(through(stepping().__anext__()))
twice(wiping(stepping().asend(None)))
twice(anext(stepping(), "default").__await__())
twice(outer(lambda: handling().__await__()))
twice(outer(lambda: through(Wrapped(handling()).__await__())))


class Steps:
    """Its steps are generators that `types.coroutine` was called with."""

    def __aiter__(self):
        return self

    @types.coroutine
    def __anext__(self):
        if False:
            yield
        return 1


async def unbegun():
    step = anext(Steps(), "default")
    try:
        step.throw(Spilt("unbegun"))
    except Spilt as error:
        print(chain(error))
    anext(Steps(), "default").close()
    print(await anext(Steps(), "default"))


asyncio.run(unbegun())


class Odd(Exception):
    """Made to be something else."""

    def __new__(cls, *args):
        return cls


def catching():
    try:
        yield 1
    except TypeError as error:
        yield str(error)


generator = catching()
next(generator)
print(generator.throw(Odd))
