import asyncio
import functools


class Whole:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", owner.__name__, name)

    def __get__(self, thing, owner=None):
        return self if thing is None else getattr(thing, self.name, "unset")

    def __set__(self, thing, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name[1:]} must be whole")
        setattr(thing, self.name, value)

    def __delete__(self, thing):
        delattr(thing, self.name)


class Once:
    def __init__(self, function):
        self.function, self.name = function, function.__name__

    def __get__(self, thing, owner):
        thing.__dict__[self.name] = self.function(thing)
        return thing.__dict__[self.name]


class Bound:
    def __init__(self, function):
        self.function = function

    def __get__(self, thing, owner):
        return functools.partial(self.function, thing or owner.__name__)


class Pot:
    litres = Whole()
    guests = Whole()

    def __init__(self, litres):
        self.litres = litres

    @Once
    def weight(self):
        print("weighed")
        return self.litres * 2

    @Bound
    async def cook(self, seconds):
        await asyncio.sleep(seconds)
        return self, seconds

    def serve(self, count, *, times=1):
        return count * times

    serve_five = functools.partialmethod(serve, 5)

    @functools.singledispatchmethod
    def add(self, what):
        return f"{what!r}?"

    @add.register(int)
    def _(self, what):
        return f"{what} litres"

    @add.register(str)
    def _(self, what):
        return f"some {what}"


class Small(Pot):
    @property
    def litres(self):
        return super().litres


async def main():
    pot = Pot(3)
    print(pot.litres, pot.guests, pot.__dict__, type(Pot.litres).__name__)
    try:
        pot.guests = "four"
    except TypeError as error:
        print(error)
    pot.guests = 4
    print(pot.guests)
    del pot.guests
    print(pot.guests, hasattr(pot, "guests"), getattr(pot, "nothing", "none"))
    print(pot.weight, pot.weight)
    print((await pot.cook(1))[1], await Pot.cook(2))
    print(pot.serve_five(), pot.serve_five(times=3), pot.add(2), pot.add("salt"), pot.add(None))
    try:
        Small(1)
    except AttributeError as error:
        print(error)


asyncio.run(main())
