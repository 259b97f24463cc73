# decimal, but for logarithms, what is subnormal and what goes through binary forms: _pydecimal.py.

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
ROUNDINGS = (
    ROUND_DOWN,
    ROUND_HALF_UP,
    ROUND_HALF_EVEN,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_UP,
    ROUND_HALF_DOWN,
    ROUND_05UP,
)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


SIGNALS = (
    InvalidOperation,
    FloatOperation,
    DivisionByZero,
    Overflow,
    Subnormal,
    Underflow,
    Inexact,
    Rounded,
    Clamped,
)
# The order in which a context tells of them.
TOLD = (
    InvalidOperation,
    Clamped,
    DivisionByZero,
    Inexact,
    FloatOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
)


def signals(chosen):
    if isinstance(chosen, dict):
        return {signal: bool(chosen.get(signal)) for signal in SIGNALS}
    return {signal: signal in chosen for signal in SIGNALS}


class Context:
    def __init__(
        self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None
    ):
        self._prec, self._rounding, self.Emin, self.Emax, self.capitals, self.clamp = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = signals(() if flags is None else flags)
        self.traps = signals((InvalidOperation, DivisionByZero, Overflow) if traps is None else traps)

    @property
    def prec(self):
        return self._prec

    @prec.setter
    def prec(self, prec):
        if not isinstance(prec, int):
            raise TypeError(f"'{type(prec).__name__}' object cannot be interpreted as an integer")
        if not 1 <= prec <= MAX_PREC:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        self._prec = prec

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, rounding):
        if rounding not in ROUNDINGS:
            known = ", ".join(ROUNDINGS)
            raise TypeError(f"valid values for rounding are:\n  [{known}]")
        self._rounding = rounding

    def copy(self):
        return Context(
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps
        )

    def __copy__(self):
        return self.copy()

    def clear_flags(self):
        self.flags = signals(())

    def clear_traps(self):
        self.traps = signals(())

    def signal(self, condition):
        signal = next(signal for signal in SIGNALS if signal is condition or signal is InvalidOperation and issubclass(condition, signal))
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])

    def create_decimal(self, num="0"):
        return Decimal(num)._fix(self)

    def add(self, a, b):
        return converted(a)._add(converted(b), self)

    def subtract(self, a, b):
        return converted(a)._add(-converted(b), self)

    def multiply(self, a, b):
        return converted(a)._multiply(converted(b), self)

    def divide(self, a, b):
        return converted(a)._divide(converted(b), self)

    def power(self, a, b):
        return converted(a)._power(converted(b), self)

    def sqrt(self, a):
        return converted(a).sqrt(self)

    def plus(self, a):
        return converted(a)._fix(self)

    def minus(self, a):
        return converted(a)._negated()._fix(self)

    def quantize(self, a, b):
        return converted(a).quantize(b, context=self)

    def __repr__(self):
        flags = ", ".join([signal.__name__ for signal in TOLD if self.flags[signal]])
        traps = ", ".join([signal.__name__ for signal in TOLD if self.traps[signal]])
        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
            f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])"
        )


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(prec=9, traps=[])
current_context = contextvars.ContextVar("decimal_context")


def getcontext():
    context = current_context.get(None)
    if context is None:
        context = DefaultContext.copy()
        current_context.set(context)
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    current_context.set(context)


class LocalContext:
    def __init__(self, context):
        self.new = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *exception):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, value)
    return LocalContext(context)


# Whether what is kept is to be made greater by one for what is left off.
def rounds_away(rounding, sign, kept, rest):
    if not rest.strip("0"):
        return False
    if rounding in (ROUND_UP, ROUND_DOWN):
        return rounding == ROUND_UP
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    if rounding == ROUND_05UP:
        return kept[-1:] in ("", "0", "5")
    half = "5" + "0" * (len(rest) - 1)
    if rest != half:
        return rest > half
    return rounding == ROUND_HALF_UP or rounding == ROUND_HALF_EVEN and kept[-1:] in tuple("13579")


# Sign, digits and exponent of a text.
def parsed(text):
    text = text.strip().replace("_", "")
    sign = int(text[:1] == "-")
    body = text[1:] if text[:1] in ("+", "-") else text
    word = body.lower()
    if word in ("inf", "infinity"):
        return sign, "0", "F"
    for name, kind in (("snan", "N"), ("nan", "n")):
        if word.startswith(name) and (word == name or word[len(name) :].isdigit()):
            return sign, word[len(name) :].lstrip("0"), kind
    mantissa, has_exponent, exponent = word.partition("e")
    whole, _, fraction = mantissa.partition(".")
    number = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    are_digits = (whole + fraction).isdigit() and (number.isdigit() or not has_exponent)
    if not are_digits:
        return None
    return sign, stripped(whole + fraction), (int(exponent) if has_exponent else 0) - len(fraction)


# Sign, digits and exponent of a float, all of them.
def parts_of_float(number):
    if number != number or number in (math.inf, -math.inf):
        return parsed(repr(number))
    sign = int(math.copysign(1.0, number) < 0)
    number, halves, doubles = abs(number), 0, 0
    while number >= 9007199254740992.0:
        number, doubles = number / 2.0, doubles + 1
    while number != int(number):
        number, halves = number * 2.0, halves + 1
    digits = str(int(number))
    for factor, times in (("5", halves), ("2", doubles)):
        for _ in range(times):
            digits = multiply_digits(digits, factor)
    return sign, digits, -halves


def converted(value, strict=True):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if strict:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return None


def made(sign, digits, exponent):
    number = object.__new__(Decimal)
    number._sign, number._int, number._exp = sign, digits, exponent
    return number
