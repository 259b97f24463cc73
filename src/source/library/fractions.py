# fractions: quotients of integers. An operation with a float is one of floats.


# The digits of a quotient, rounded to a power of ten, and whether it is below zero.
def rounded_to(number, divisor, exponent, no_negative_zero=False):
    scaled = number * 10**-exponent if exponent < 0 else number
    divisor = divisor * 10**exponent if exponent >= 0 else divisor
    whole, rest = divmod(abs(scaled), divisor)
    if 2 * rest > divisor or 2 * rest == divisor and whole % 2 == 1:
        whole += 1
    return number < 0 and not (no_negative_zero and whole == 0), whole


# The same, rounded to a count of digits, with the power of ten.
def rounded_to_figures(number, divisor, figures):
    if number == 0:
        return False, 0, 1 - figures
    above, below = str(abs(number)), str(divisor)
    exponent = len(above) - len(below) + (below <= above) - figures
    negative, whole = rounded_to(number, divisor, exponent)
    if len(str(whole)) > figures:
        return negative, whole // 10, exponent + 1
    return negative, whole, exponent


def is_rational(value):
    return isinstance(value, int) or hasattr(type(value), "__is_rational__")


NUMBER = (
    r"\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:(?:SPACE/SPACE(\d+(?:_\d+)*))?|"
    r"(?:\.(\d*|\d+(?:_\d+)*))?(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*"
).replace("SPACE", r"\s*" if __python__ >= 12 else "")
PLAIN = r"(?:(.)?([<>=^]))?([-+ ]?)(#)?(0|[1-9][0-9]*)?([,_])?"
FLOATING = r"(?:(.)?([<>=^]))?([-+ ]?)(z)?(#)?(0(?=[0-9]))?(0|[1-9][0-9]*)?([,_])?(?:\.(0|[1-9][0-9]*))?([eEfFgG%])"


def parsed(text):
    match = re.fullmatch(NUMBER, text)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    sign, whole, below, decimals, exponent = match.groups()
    number, divisor = int(whole or "0"), 1
    if below is not None:
        divisor = int(below)
    else:
        if decimals:
            digits = decimals.replace("_", "")
            number, divisor = number * 10 ** len(digits) + int(digits), 10 ** len(digits)
        if exponent is not None:
            power = int(exponent)
            number, divisor = (number * 10**power, divisor) if power >= 0 else (number, divisor * 10**-power)
    return -number if sign == "-" else number, divisor


def parts_of(number):
    if isinstance(number, float):
        return number.as_integer_ratio()
    if not number.is_finite():
        word = "NaN" if number.is_nan() else "Infinity"
        kind = ValueError if word == "NaN" else OverflowError
        raise kind(f"cannot convert {word} to integer ratio")
    sign, digits, exponent = number.as_tuple()
    whole = int("".join([str(digit) for digit in digits]))
    whole = -whole if sign else whole
    return (whole * 10**exponent, 1) if exponent >= 0 else (whole, 10**-exponent)


def is_decimal(value):
    return type(value).__name__ == "Decimal" and hasattr(value, "as_tuple")


class Fraction:
    __is_number__ = __is_complex__ = __is_rational__ = True
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is not None:
            if not is_rational(numerator) or not is_rational(denominator):
                raise TypeError("both arguments should be Rational instances")
            above = numerator.numerator * denominator.denominator
            below = denominator.numerator * numerator.denominator
        elif is_rational(numerator):
            above, below = numerator.numerator, numerator.denominator
        elif isinstance(numerator, float) or is_decimal(numerator):
            above, below = parts_of(numerator)
        elif isinstance(numerator, str):
            above, below = parsed(numerator)
        else:
            raise TypeError("argument should be a string or a Rational instance")
        if below == 0:
            raise ZeroDivisionError(f"Fraction({above}, 0)")
        return cls._reduced(above, below)

    @classmethod
    def _reduced(cls, above, below):
        divisor = math.gcd(above, below)
        made = object.__new__(cls)
        made._numerator = above // divisor if below > 0 else -above // divisor
        made._denominator = abs(below) // divisor
        return made

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(f)

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, int):
            return cls(dec)
        if not is_decimal(dec):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(dec)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    if __python__ >= 12:

        def is_integer(self):
            return self._denominator == 1

    # The nearest with a denominator that is no larger, by continued fractions.
    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        above, below = (0, 1), (1, 0)
        number, divisor = self._numerator, self._denominator
        while True:
            whole = number // divisor
            next_below = above[1] + whole * below[1]
            if next_below > max_denominator:
                break
            above, below = below, (above[0] + whole * below[0], next_below)
            number, divisor = divisor, number - whole * divisor
        steps = (max_denominator - above[1]) // below[1]
        far = Fraction(above[0] + steps * below[0], above[1] + steps * below[1])
        near = Fraction(below[0], below[1])
        return near if abs(near - self) <= abs(far - self) else far

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        if not format_spec:
            return str(self)
        if __python__ < 12:
            raise TypeError(f"unsupported format string passed to {type(self).__name__}.__format__")
        match = re.fullmatch(PLAIN, format_spec, re.DOTALL) if __python__ >= 13 else None
        if match is not None:
            return self._formatted(match.groups(), *self._plain(match.groups()))
        match = re.fullmatch(FLOATING, format_spec, re.DOTALL)
        if match is None or match.group(2) is not None and match.group(6) is not None:
            words = f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}"
            if match is not None and __python__ < 13:
                words += "; can't use explicit alignment when zero-padding"
            raise ValueError(words)
        return self._formatted(match.groups(), *self._floating(*match.groups()))

    # What is written is filled up to its width.
    def _formatted(self, parts, negative, body, width):
        fill, align, signs = parts[0] or " ", parts[1] or ">", parts[2]
        sign = "-" if negative else "" if signs == "-" else signs
        padding = fill * (int(width or "0") - len(sign) - len(body))
        half = len(padding) // 2
        if align == "^":
            return padding[:half] + sign + body + padding[half:]
        return {">": padding + sign + body, "<": sign + body + padding, "=": sign + padding + body}[align]

    def _plain(self, parts):
        marks = "{:" + (parts[5] or "") + "}"
        body = marks.format(abs(self._numerator))
        if self._denominator > 1 or parts[3]:
            body += "/" + marks.format(self._denominator)
        return self._numerator < 0, body, parts[4]

    def _floating(self, fill, align, signs, no_negative_zero, alternate, zeros, width, mark, precision, kind):
        precision = int(precision or "6")
        scientific = False
        if kind in "fF%":
            exponent = -precision - 2 if kind == "%" else -precision
            negative, whole = rounded_to(self._numerator, self._denominator, exponent, bool(no_negative_zero))
            point = precision
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, whole, exponent = rounded_to_figures(self._numerator, self._denominator, figures)
            scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        digits = str(whole).rjust(point + 1, "0")
        leading, decimals = digits[: len(digits) - point], digits[len(digits) - point :]
        if kind in "gG" and not alternate:
            decimals = decimals.rstrip("0")
        trailing = "." + decimals if decimals or alternate else ""
        if kind == "%":
            trailing += "%"
        elif scientific:
            trailing += f"{'E' if kind in 'EG' else 'e'}{exponent + point:+03d}"
        if zeros:
            sign = "-" if negative else "" if signs == "-" else signs
            least = int(width or "0") - len(sign) - len(trailing)
            leading = leading.rjust(3 * least // 4 + 1 if mark else least, "0")
        if mark:
            first = 1 + (len(leading) - 1) % 3
            groups = [leading[at : at + 3] for at in range(first, len(leading), 3)]
            leading = mark.join([leading[:first]] + groups)
        return negative, leading + trailing, width

    def __hash__(self):
        modulus = 2**61 - 1
        if self._denominator % modulus == 0:
            hashed = 314159
        else:
            hashed = abs(self._numerator) * pow(self._denominator, -1, modulus) % modulus
        hashed = hashed if self._numerator >= 0 else -hashed
        return -2 if hashed == -1 else hashed

    def __add__(self, other):
        return operated(self, other, added, False, lambda a, b: a + b)

    def __radd__(self, other):
        return operated(self, other, added, True, lambda a, b: a + b)

    def __sub__(self, other):
        return operated(self, other, subtracted, False, lambda a, b: a - b)

    def __rsub__(self, other):
        return operated(self, other, subtracted, True, lambda a, b: a - b)

    def __mul__(self, other):
        return operated(self, other, multiplied, False, lambda a, b: a * b)

    def __rmul__(self, other):
        return operated(self, other, multiplied, True, lambda a, b: a * b)

    def __truediv__(self, other):
        return operated(self, other, divided, False, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return operated(self, other, divided, True, lambda a, b: a / b)

    def __floordiv__(self, other):
        return operated(self, other, floor_divided, False, lambda a, b: a // b)

    def __rfloordiv__(self, other):
        return operated(self, other, floor_divided, True, lambda a, b: a // b)

    def __mod__(self, other):
        return operated(self, other, what_is_left, False, lambda a, b: a % b)

    def __rmod__(self, other):
        return operated(self, other, what_is_left, True, lambda a, b: a % b)

    def __divmod__(self, other):
        return operated(self, other, both_of_division, False, divmod)

    def __rdivmod__(self, other):
        return operated(self, other, both_of_division, True, divmod)

    def __pow__(self, other, modulus=None):
        if is_rational(other):
            if other.denominator != 1:
                return float(self) ** float(other)
            power, above, below = other.numerator, self._numerator, self._denominator
            if power >= 0:
                return Fraction(above**power, below**power)
            return Fraction(below**-power, above**-power)
        if isinstance(other, float) or __python__ < 12:
            return float(self) ** other
        return NotImplemented

    def __rpow__(self, other, modulus=None):
        if self._denominator == 1 and self._numerator >= 0:
            return other**self._numerator
        if is_rational(other):
            return Fraction(other.numerator, other.denominator) ** self
        if self._denominator == 1:
            return other**self._numerator
        return other ** float(self)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            negative, whole = rounded_to(self._numerator, self._denominator, 0)
            return -whole if negative else whole
        scale = 10 ** abs(ndigits)
        return Fraction(round(self * scale), scale) if ndigits > 0 else Fraction(round(self / scale) * scale)

    def __bool__(self):
        return self._numerator != 0

    def __eq__(self, other):
        if is_rational(other):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            return 0.0 == other if not math.isfinite(other) else self == Fraction(other)
        return NotImplemented

    def __lt__(self, other):
        return compared(self, other, lambda a, b: a < b)

    def __le__(self, other):
        return compared(self, other, lambda a, b: a <= b)

    def __gt__(self, other):
        return compared(self, other, lambda a, b: a > b)

    def __ge__(self, other):
        return compared(self, other, lambda a, b: a >= b)

    def __reduce__(self):
        return (type(self), (self._numerator, self._denominator))

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def compared(left, right, operate):
    if is_rational(right):
        return operate(left.numerator * right.denominator, left.denominator * right.numerator)
    if isinstance(right, float):
        return operate(0.0, right) if not math.isfinite(right) else compared(left, Fraction(right), operate)
    return NotImplemented


# What becomes of a fraction and another number.
def operated(own, other, exactly, is_behind, with_floats):
    if is_rational(other):
        left, right = (other, own) if is_behind else (own, other)
        return exactly(left.numerator, left.denominator, right.numerator, right.denominator)
    if isinstance(other, float):
        return with_floats(other, float(own)) if is_behind else with_floats(float(own), other)
    return NotImplemented


def added(above, below, other_above, other_below):
    return Fraction(above * other_below + other_above * below, below * other_below)


def subtracted(above, below, other_above, other_below):
    return Fraction(above * other_below - other_above * below, below * other_below)


def multiplied(above, below, other_above, other_below):
    return Fraction(above * other_above, below * other_below)


def divided(above, below, other_above, other_below):
    if other_above == 0:
        if __python__ < 12:
            other_below = other_below // math.gcd(below, other_below) * ((above > 0) - (above < 0))
        raise ZeroDivisionError(f"Fraction({other_below}, 0)")
    return Fraction(above * other_below, below * other_above)


def floor_divided(above, below, other_above, other_below):
    return (above * other_below) // (below * other_above)


def what_is_left(above, below, other_above, other_below):
    return Fraction((above * other_below) % (other_above * below), below * other_below)


def both_of_division(above, below, other_above, other_below):
    whole, rest = divmod(above * other_below, below * other_above)
    return whole, Fraction(rest, below * other_below)
