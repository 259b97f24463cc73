# What a function is given is held by the function alone while it runs, and let go of when it returns.
import asyncio


def pour(what):
    try:
        yield 1
        yield 2
    finally:
        print("closed", what)


def first(items):
    for item in items:
        return item


def first_of_all(*items):
    return next(items[0])


def first_named(*, items):
    return next(items)


class Cup:
    def __init__(self, items):
        next(items)

    def sip(self, items):
        return next(items)

    @staticmethod
    def taste(items):
        return next(items)

    @classmethod
    def fill(cls, items):
        return next(items)

    def __call__(self, items):
        return next(items)


def drop(items):
    next(items)
    items = None
    print("dropped")


def drop_all(*items):
    next(items[0])
    items = None
    print("dropped all")


def drop_named(*, items, **more):
    next(items)
    items = None
    print("dropped named")


class Dropper:
    def __init__(self, items):
        next(items)
        items = None
        print("dropped at birth")

    def drop(self, items):
        next(items)
        items = None
        print("dropped by method")

    def __call__(self, items):
        next(items)
        items = None
        print("dropped by call")


def drop_and_fail(items):
    next(items)
    items = None
    print("dropped")
    raise KeyError(1)

print(first(pour("plain")))
print(first_of_all(pour("all")))
print(first_named(items=pour("named")))
cup = Cup(pour("init"))
print("made")
print(cup.sip(pour("method")))
print(cup.taste(pour("static")))
print(Cup.fill(pour("class")))
print(cup(pour("call")))
print((lambda items: next(items))(pour("lambda")))
print(first(*[pour("starred")]))
print(first(**{"items": pour("double starred")}))
print([first(pour(number)) for number in range(2)])
print(first(pour("left")), first(pour("right")))
print(max(first(pour("one")), first(pour("two"))))
drop(pour("dropped"))
print(1)
other = drop
other(pour("dropped"))
print(2)
drop_all(pour("dropped all"))
print(3)
drop_named(items=pour("dropped named"), x=1)
print(4)
Dropper(pour("dropped at birth"))
print(5)
cup = Dropper(pour("at birth"))
cup.drop(pour("dropped by method"))
print(6)
method = cup.drop
method(pour("by bound method"))
print(7)
cup(pour("by call"))
print(8)
drop(*[pour("starred")])
print(9)
drop(**{"items": pour("starred twice")})
print(10)
try:
    drop_and_fail(pour("failed"))
except KeyError as error:
    print("caught")
print(11)


async def taste(items):
    await asyncio.sleep(1)
    next(items)
    await asyncio.sleep(1)


async def taste_and_drop(items):
    next(items)
    items = None
    print("dropped by coroutine")
    await asyncio.sleep(1)


async def sip():
    try:
        await asyncio.sleep(0)
    finally:
        print("sipped")


def drive(coroutine):
    coroutine.send(None)


async def main():
    drive(sip())
    print(12)
    await taste(pour("coroutine"))
    print(13)
    await taste_and_drop(pour("coroutine that drops"))
    print(14)
    await asyncio.create_task(taste_and_drop(pour("task that drops")))
    print(15)
    await asyncio.gather(taste(pour("gathered")), taste(pour("gathered too")))
    asyncio.get_running_loop().call_soon(first, pour("soon"))
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_soon(drop, pour("soon"))
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_later(1, first, pour("later"))
    await asyncio.sleep(2)
    await asyncio.wait_for(taste(pour("waited for")), 1.5)


try:
    asyncio.run(main())
except TimeoutError as error:
    print("late")
