# Lambdas that yield, lambdas and generator expressions of several lines, and what is thrown into one that has not begun.
import asyncio
import traceback

f = lambda x: (yield x)
g = f(5)
print(next(g), f.__name__)
try:
    g.send("sent")
except StopIteration as e:
    print(repr(e.value))
h = lambda: (yield from [1, 2, (yield "first")])
print(list(h()))
print([*map(next, [(lambda n: ((yield n), (yield n + 1)))(3)])])


def outer():
    k = 2
    return lambda: [(yield k), (yield k * 2)]


g = outer()()
print(g.send(None), g.send("a"))
try:
    g.send("b")
except StopIteration as e:
    print(e.value)
g = outer()()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print(repr(e), g.gi_frame)
print(type(outer()()).__name__, (lambda: (yield))().__qualname__)


class Waits:
    __await__ = lambda self: (yield)


def places(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, [(f.lineno, f.name) for f in traceback.extract_tb(error.__traceback__)])


places(lambda: (x for x in []).throw(ValueError))
places(
    lambda: (
        x
        for x in [1]
        # of several lines
    ).throw(KeyError(1))
)
places(lambda: next(1 / x for x in [0]))
several = lambda: (
    1
    # and more
)
print(several.__code__.co_firstlineno, (lambda: 1).__code__.co_firstlineno)
generator = (
    x
    for x in [1]
    # of several lines
)
print(generator.gi_code.co_firstlineno, generator.gi_frame.f_lineno)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(
        lambda *given: print(
            "called",
            len(given),
        )
    )
    handle = loop.call_soon(
        lambda: (
            print("soon"),
            # twice
            print("soon"),
        )
    )
    for thing in (future, handle):
        print(repr(thing).rpartition(":")[2])
    future.set_result(1)
    await Waits()
    print("on")
    await asyncio.gather(*(Waits() for _ in range(2)))


asyncio.run(main())
