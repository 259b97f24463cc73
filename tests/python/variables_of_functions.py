"""`locals()` and `vars()` in functions, coroutines and generators: what has a value by then, in CPython's order."""

import asyncio

chef = "Ann"


def parameters(dish, /, minutes=5, *more, oven="hot", **rest):
    print(locals())
    if dish == "cake":
        layers = 3
    print(vars())
    del minutes
    locals()["dish"] = "tea"
    print(dish, sorted(locals()))


def shares(first, second):
    zest, apple = 1, 2
    plain = 3

    def inner():
        own = zest + apple
        print(locals(), chef)
        return second

    print(sorted(locals()), list(locals())[:3])
    return inner()


def nothing():
    print(locals())


def generator(count):
    for number in range(count):
        yield dict(locals())


class Kitchen:
    def __init__(self, name):
        for key, value in list(locals().items())[1:]:
            setattr(self, key, value)


async def cook(dish, minutes):
    await asyncio.sleep(minutes / 100)
    done = True
    return "{dish} in {minutes}: {done}".format(**locals())


async def main():
    parameters("soup")
    parameters("cake", 1, 2, 3, oven="cold", salt=True)
    print(shares(4, 5))
    nothing()
    print(list(generator(3)))
    print(Kitchen("inn").name)
    print(await asyncio.gather(cook("soup", 2), cook("tea", 1)))
    try:
        raise ValueError("burnt")
    except ValueError as error:
        print(locals())
    print("%(a)d" % (lambda a: locals())(7))


asyncio.run(main())
