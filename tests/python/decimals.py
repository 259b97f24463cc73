# decimal: what it computes, and that each task has a context of its own.
import asyncio
import contextvars
import decimal
from decimal import Decimal, getcontext, localcontext


async def fractions(seconds, precision, x, y):
    with localcontext() as context:
        context.prec = precision
        first = Decimal(x) / Decimal(y)
        await asyncio.sleep(seconds)
        second = Decimal(x) / Decimal(y**2)
        return first, second


async def set_precision(precision):
    before = getcontext().prec
    getcontext().prec = precision
    await asyncio.sleep(1)
    return before, getcontext().prec, Decimal(2) / 3


async def in_tasks():
    print(await asyncio.gather(fractions(1, 3, 1, 3), fractions(2, 6, 1, 3)))
    print(await asyncio.gather(*(set_precision(digits) for digits in (5, 10))), getcontext().prec)
    context = contextvars.copy_context()
    task = asyncio.create_task(set_precision(7), context=context)
    print(await task, context.run(lambda: getcontext().prec), getcontext().prec)
    print(await asyncio.to_thread(lambda: Decimal(1) / 7))


def attempt(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__, error)


asyncio.run(in_tasks())
for text in ("1.10", "-0", "1E+5", "1e-10", "0.000001", "0.0000001", " 12_3.4 ", "Infinity", "-nan", "x", "1e", ""):
    attempt(lambda: Decimal(text))
for value in (3, -3, 0.1, 1.5, 1e20, True, (1, (1, 2, 3), -2), None):
    attempt(lambda: Decimal(value))
a, b = Decimal("10.25"), Decimal("-3")
for compute in (
    lambda: (a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b)),
    lambda: (a**2, a**-1, a + 1, 1 + a, 2 * a, 1 / a, 7 % b, -a, +a, abs(b)),
    lambda: a + 0.5,
    lambda: (a > b, a == Decimal("10.250"), a == 10.25, b < 0, b <= -3, max(a, b), a != a, hash(b) == hash(-3)),
    lambda: (Decimal(2).sqrt(), Decimal("0.25").sqrt(), Decimal(9).sqrt(), Decimal(100).sqrt()),
    lambda: (a.quantize(Decimal("0.1")), a.quantize(Decimal("0.1"), decimal.ROUND_HALF_UP), a.quantize(Decimal(1))),
    lambda: (int(a), float(a), round(a), round(a, 1), a.to_integral_value(), bool(Decimal(0)), a.as_tuple()),
    lambda: (f"{a:.1f}", f"{a:>10}", f"{a:.3f}", f"{Decimal('1234567.891'):,.2f}", f"{b:+}", f"{a}", "%s" % a),
    lambda: (Decimal("100").normalize(), Decimal("1.200").normalize(), a.adjusted(), a.is_nan(), a.copy_negate()),
    lambda: Decimal(1) / 0,
    lambda: Decimal(0) / 0,
    lambda: sum([Decimal("0.1")] * 3) == Decimal("0.3"),
    lambda: (Decimal(1) / 3, Decimal(2) / 3, Decimal(10) ** 30, Decimal(1) / Decimal(10) ** 30),
    lambda: getcontext(),
):
    attempt(compute)
for rounding in (
    decimal.ROUND_CEILING,
    decimal.ROUND_FLOOR,
    decimal.ROUND_UP,
    decimal.ROUND_DOWN,
    decimal.ROUND_HALF_UP,
    decimal.ROUND_HALF_DOWN,
    decimal.ROUND_HALF_EVEN,
    decimal.ROUND_05UP,
):
    with localcontext() as context:
        context.prec, context.rounding = 2, rounding
        print(rounding, [str(+Decimal(text)) for text in ("1.25", "-1.25", "1.251", "1.35", "1.01", "9.99")])
with localcontext() as context:
    context.traps[decimal.Inexact] = True
    attempt(lambda: Decimal(1) / 3)
    attempt(lambda: Decimal(1) / 4)
    context.traps[decimal.DivisionByZero] = False
    attempt(lambda: Decimal(-1) / 0)
    print([signal.__name__ for signal, is_set in context.flags.items() if is_set])
attempt(lambda: setattr(getcontext(), "prec", 0))
attempt(lambda: decimal.Context(prec=3).divide(Decimal(1), 3))
attempt(lambda: decimal.Context(prec=3).create_decimal("3.14159"))
