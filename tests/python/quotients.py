# fractions and numbers, and what floats and integers tell of themselves.
import asyncio
import math
import numbers
import sys
from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction


def tried(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


async def part(name, share, total):
    await asyncio.sleep(float(share * 6))
    total.append(share)
    print(name, share, sum(total))


async def shared():
    total = []
    shares = [Fraction(1, 3), Fraction(1, 2), Fraction("1/6")]
    await asyncio.gather(*(part(f"part {number}", share, total) for number, share in enumerate(shares)))
    print(sum(total) == 1, repr(sum(total, Fraction())), sorted(total), max(total).limit_denominator(1))


def made():
    for value in ("3/4", " -7/2 ", "1.5e-3", ".5", "1_000/3", 0.1, Decimal("-0.5e3"), True, Fraction(6, -8)):
        print(repr(Fraction(value)), Fraction(value))
    for arguments in ((), (6, -8), (1, 0), ("x",), ("1/0",), (1.5, 2), (None,), (math.nan,), (math.inf,)):
        print(tried(lambda: repr(Fraction(*arguments))))
    print(Fraction(math.pi).limit_denominator(1000), Fraction.from_float(0.75), Fraction.from_decimal(Decimal("1.1")))
    print(tried(lambda: Fraction(1, 3).limit_denominator(0)), tried(lambda: Fraction.from_float("x")))


def computed():
    values = [Fraction(7, 3), Fraction(-1, 2), 2, 0.5]
    for left in values[:2]:
        for right in values:
            print(
                left + right, left - right, left * right, left / right, left // right, left % right, divmod(left, right)
            )
            print(
                right + left, right - left, right * left, right / left, right // left, right % left, divmod(right, left)
            )
            print(left < right, left >= right, left == right, left != right)
    third = Fraction(1, 3)
    print(
        third**2, third**-2, third**0.5, 2**third, 4 ** Fraction(2), Fraction(-2, 3) ** -3, -third, abs(-third), +third
    )
    for wrong in (
        lambda: third / 0,
        lambda: third // 0,
        lambda: Fraction(0) ** -1,
        lambda: third + "x",
        lambda: third < None,
    ):
        print(tried(wrong))
    print(
        tried(lambda: third + Decimal(1)), third == "x", hash(Fraction(4)) == hash(4), hash(Fraction(1, 2)) == hash(0.5)
    )
    half = Fraction(5, 2)
    print(
        round(half), round(-half), round(third, 3), round(Fraction(155), -1), int(-half), float(half), bool(Fraction(0))
    )
    print(math.floor(half), math.ceil(half), math.trunc(-half), math.sqrt(Fraction(9, 4)), math.hypot(half, 6))
    print(half.numerator, half.denominator, half.as_integer_ratio(), half.real, half.imag, half.conjugate())


def shown():
    values = [Fraction(22, 7), Fraction(-1, 3), Fraction(1234567, 100), Fraction(1, 1000000), Fraction(5)]
    for form in ("", ".2f", "10.3f", "<+10.1f", "e", ".3g", ".1%", ",.2f", "015,.2f", "*^20.3f"):
        print(form, [tried(lambda: format(value, form)) for value in values])
    for form in (">10", "^+9", "#", ",", "x=12", "d", "<012.2f"):
        print(form, [tried(lambda: format(value, form)) for value in values])


def classed():
    kinds = (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
    for value in (1, True, 2.5, 10**30, "a", None, [], Decimal("1.5"), Fraction(1, 2)):
        print(value, [isinstance(value, kind) for kind in kinds], [issubclass(type(value), kind) for kind in kinds])
    print([issubclass(kind, Sequence) for kind in (list, tuple, str, range, dict, set, int)])
    print(
        [issubclass(kind, Mapping) for kind in (list, dict)],
        [issubclass(kind, Hashable) for kind in (list, str, type(None))],
    )


class Rounded:
    def __floor__(self):
        return "down"

    def __ceil__(self):
        return "up"

    def __trunc__(self):
        return "cut"

    def __float__(self):
        return 2.25


def of_floats():
    rounded = Rounded()
    print(math.floor(rounded), math.ceil(rounded), math.trunc(rounded), math.sqrt(rounded), math.isfinite(rounded))
    print(
        math.floor(Decimal("-1.5")),
        math.sqrt(Decimal("2.25")),
        tried(lambda: math.floor("x")),
        tried(lambda: math.trunc([])),
    )
    print(
        math.nextafter(1, 2),
        math.nextafter(0, -1),
        math.nextafter(math.inf, 0),
        math.nextafter(5, 5),
        math.ulp(1),
        math.ulp(0),
    )
    if sys.version_info >= (3, 12):
        print(math.nextafter(1, 2, steps=3), tried(lambda: math.nextafter(1, 2, steps=-1)))
    print((1.5).hex(), (0.1).hex(), (-0.0).hex(), (5e-324).hex(), math.inf.hex(), float.hex(1e300))
    for text in (
        "0x1.8p+1",
        "-0x.8p0",
        "1.999999999999ap-4",
        " -Infinity ",
        "0x1p-1074",
        "0x1.8p-1075",
        "0x1p-9999",
        "10",
    ):
        print(text, float.fromhex(text))
    for text in ("xyz", "0x", "0x1p1024", "0x1p99999", 3):
        print(text, tried(lambda: float.fromhex(text)))
    print(
        float.fromhex("0x1.fffffffffffff8p0"),
        float.fromhex("0x1.00000000000008p0"),
        float.fromhex("0x1.000000000000081p0"),
    )


asyncio.run(shared())
made()
computed()
shown()
classed()
of_floats()
