"""What is thrown into a generator or coroutine that has not begun comes back as it was: what its thrower handles is no context of it."""


def counts():
    try:
        yield 1
    except ValueError:
        yield 3
    yield 2


async def nothing():
    return None


def thrown(into, error):
    try:
        raise IndexError(0)
    except IndexError:
        try:
            into.throw(error)
        except KeyError as e:
            print(repr(e), repr(e.__context__), e.__suppress_context__)
        raise KeyError(9)


for steps in 0, 1, 2:
    generator = counts()
    for _ in range(steps):
        next(generator)
    try:
        thrown(generator, KeyError(steps))
    except KeyError as e:
        print(repr(e), repr(e.__context__))

try:
    thrown(nothing(), KeyError(3))
except KeyError as e:
    print(repr(e), repr(e.__context__))

generator = counts()
next(generator)
try:
    try:
        generator.throw(ValueError(1))
        generator.throw(KeyError(4))
    finally:
        counts().throw(KeyError(5))
except KeyError as e:
    print(repr(e), repr(e.__context__))
