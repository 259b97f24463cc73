"""Generators that take no notice of being closed are freed all the same; and what iterators of built-in types are called."""

import asyncio


def deaf(name):
    while True:
        try:
            yield name
        except GeneratorExit:
            print(name, "stays")


async def deaf_too(name):
    while True:
        try:
            yield name
        except GeneratorExit:
            print(name, "stays")


def around(name):
    try:
        yield from deaf(name)
    finally:
        print("around", name)


async def main():
    agen = deaf_too("asynchronous")
    print(await anext(agen))
    try:
        await agen.aclose()
    except RuntimeError as error:
        print(error)
    del agen
    print("deleted")
    left = deaf_too("left")
    print(await anext(left))
    del left
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("closed by the loop")


class Odd:
    """Iterators are none that are asynchronous."""

    def __aiter__(self):
        return iter("abc")


async def asked():
    for wrong in (iter([]), iter(()), iter({}), iter("a"), iter(range(2))):
        for ask in (aiter, anext):
            try:
                ask(wrong)
            except TypeError as error:
                print(error)
    try:
        aiter(Odd())
    except TypeError as error:
        print(error)


generator = deaf("plain")
next(generator)
try:
    generator.close()
except RuntimeError as error:
    print(error)
del generator
print("deleted")
generator = around("inner")
next(generator)
del generator
print("deleted, too")
asyncio.run(main())
asyncio.run(asked())
for walked in ([1], (1,), {1: 2}, {1}, range(1), "a"):
    iterator = iter(walked)
    print(type(iterator).__name__, type(iterator) is type(iter(walked)), hasattr(type(iterator), "__next__"))
