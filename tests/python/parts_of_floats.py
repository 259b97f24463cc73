# What math takes apart and rounds, hyperbolic functions, and objects that say themselves how they are rounded.
import asyncio
import math


class Price:
    def __init__(self, cents):
        self.cents = cents

    def __floor__(self):
        return self.cents // 100

    def __ceil__(self):
        return -(-self.cents // 100)

    def __trunc__(self):
        return int(self.cents / 100)

    def __round__(self, digits=None):
        return round(self.cents / 100, digits)


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (ValueError, OverflowError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


async def main():
    for number in (8, 0.1, -3.75, 0.0, 5e-324, math.inf):
        print(
            math.frexp(number),
            math.modf(number),
            math.ulp(number),
            math.nextafter(number, 1),
            math.nextafter(number, -math.inf),
        )
    print(
        math.ldexp(1.5, 3), math.ldexp(1, -1080), math.ldexp(0.0, 10**6), math.remainder(7, 3), math.remainder(-7.5, 2)
    )
    print(
        math.remainder(5, math.inf),
        math.exp2(10),
        math.exp2(-1.0),
        math.sinh(0),
        math.cosh(0),
        math.tanh(-50),
        math.erf(0),
        math.erfc(0),
    )
    for number in (-2.5, -0.25, 1.0, 3.5):
        print(
            *(
                f"{function(number):.9f}"
                for function in (math.sinh, math.cosh, math.tanh, math.asinh, math.erf, math.erfc, math.cbrt)
            )
        )
    print(*(f"{math.acosh(number):.9f} {math.atanh(1 / number):.9f}" for number in (1.5, 2, 10)))
    for function, given in (
        (math.acosh, (0.5,)),
        (math.atanh, (1,)),
        (math.cosh, (1000,)),
        (math.exp2, (5000,)),
        (math.ldexp, (1, 5000)),
        (math.remainder, (1, 0)),
        (math.frexp, ("x",)),
        (math.floor, ("x",)),
    ):
        print(function.__name__, attempt(function, *given))
    price = Price(-1250)
    print(math.floor(price), math.ceil(price), math.trunc(price), round(price), round(price, 1))


asyncio.run(main())
