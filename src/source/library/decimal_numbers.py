# decimal.Decimal


class Decimal:
    __type_name__ = "decimal.Decimal"
    __is_number__ = True
    __slots__ = ("_exp", "_int", "_sign")

    def __new__(cls, value="0", context=None):
        if isinstance(value, Decimal):
            parts = (value._sign, value._int, value._exp)
        elif isinstance(value, str):
            parts = parsed(value)
            if parts is None:
                (getcontext() if context is None else context).signal(ConversionSyntax)
                parts = (0, "", "n")
        elif isinstance(value, int):
            parts = (int(value < 0), str(abs(int(value))), 0)
        elif isinstance(value, float):
            (getcontext() if context is None else context).signal(FloatOperation)
            parts = parts_of_float(value)
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            parts = (sign, stripped("".join([str(digit) for digit in digits])), exponent)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        number = object.__new__(cls)
        number._sign, number._int, number._exp = parts
        return number

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def is_nan(self):
        return self._exp in ("n", "N")

    def is_infinite(self):
        return self._exp == "F"

    def is_finite(self):
        return not isinstance(self._exp, str)

    def is_zero(self):
        return self.is_finite() and self._int == "0"

    def is_signed(self):
        return self._sign == 1

    def as_tuple(self):
        return DecimalTuple(self._sign, tuple([int(digit) for digit in self._int]), self._exp)

    def adjusted(self):
        return self._exp + len(self._int) - 1 if self.is_finite() else 0

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        sign, capitals = "-" if self._sign else "", getcontext().capitals
        if not self.is_finite():
            return sign + {"F": "Infinity", "n": f"NaN{self._int}", "N": f"sNaN{self._int}"}[self._exp]
        left = self._exp + len(self._int)
        place = left if self._exp <= 0 and left > -6 else 1
        text = sign + self._with_point(place)
        return text if left == place else f"{text}{'E' if capitals else 'e'}{left - place:+d}"

    def _with_point(self, place):
        if place <= 0:
            return f"0.{'0' * -place}{self._int}"
        if place >= len(self._int):
            return self._int + "0" * (place - len(self._int))
        return f"{self._int[:place]}.{self._int[place:]}"

    def _plainly(self):
        if self._exp > 0:
            return ("-" if self._sign else "") + self._int + "0" * self._exp
        return ("-" if self._sign else "") + self._with_point(self._exp + len(self._int))

    def __format__(self, specifier):
        if not specifier:
            return str(self)
        kind = specifier[-1]
        body = specifier[:-1] if kind.isalpha() or kind == "%" else specifier
        before, point, places = body.partition(".")
        number = self
        if kind == "%":
            number = made(self._sign, self._int, self._exp + 2)
        if kind in ("f", "F", "%") and self.is_finite():
            wanted = int(places) if point else max(0, -number._exp)
            text = number._rounded(-wanted, getcontext().rounding)._plainly() + ("%" if kind == "%" else "")
        elif point and self.is_finite():
            text = str(number._fix(Context(prec=int(places) or 1)))
        else:
            text = str(number)
        sign = before[:1] if before[:1] in ("+", " ") else ""
        before = before.removeprefix(sign) if sign else before
        text = sign + text if sign and not self._sign else text
        if "," in before:
            before = before.replace(",", "")
            whole, has_point, fraction = text.partition(".")
            text = f"{int(whole):,}{has_point}{fraction}"
        return format(text, before if before[:1] in ("<", ">", "^") or before[1:2] in ("<", ">", "^", "=") else ">" + before) if before else text

    # What is left when it is brought to an exponent.
    def _rounded(self, exponent, rounding):
        drop = exponent - self._exp
        if drop <= 0:
            digits = self._int if self._int == "0" else self._int + "0" * -drop
            return made(self._sign, digits, exponent)
        digits = self._int.zfill(drop)
        kept, rest = digits[: len(digits) - drop], digits[len(digits) - drop :]
        digits = stripped(kept or "0")
        if rounds_away(rounding, self._sign, kept, rest):
            digits = add_digits(digits, "1")
        return made(self._sign, digits, exponent)

    def _fix(self, context):
        if not self.is_finite():
            return self
        number = self
        if len(self._int) > context.prec:
            exponent = self._exp + len(self._int) - context.prec
            number = self._rounded(exponent, context.rounding)
            if len(number._int) > context.prec:
                number = made(number._sign, number._int[:-1], exponent + 1)
            context.signal(Rounded)
            if self._int[context.prec :].strip("0"):
                context.signal(Inexact)
        if number._int != "0" and number.adjusted() > context.Emax:
            context.signal(Overflow)
            return made(number._sign, "0", "F")
        return number

    def _special(self, other, context):
        for number in (self, other):
            if number.is_nan():
                if number._exp == "N":
                    context.signal(InvalidOperation)
                return made(number._sign, number._int, "n")
        return None

    def _invalid(self, context, condition=InvalidOperation):
        context.signal(condition)
        return made(0, "", "n")

    def _add(self, other, context):
        if not (self.is_finite() and other.is_finite()):
            answer = self._special(other, context)
            if answer is not None:
                return answer
            if self.is_infinite() and other.is_infinite() and self._sign != other._sign:
                return self._invalid(context)
            return self if self.is_infinite() else other
        exponent = min(self._exp, other._exp)
        one = self._rounded(exponent, ROUND_DOWN)._int
        two = other._rounded(exponent, ROUND_DOWN)._int
        if self._sign == other._sign:
            return made(self._sign, add_digits(one, two), exponent)._fix(context)
        if one == two:
            return made(int(context.rounding == ROUND_FLOOR), "0", exponent)._fix(context)
        if is_less(one, two):
            return made(other._sign, subtract_digits(two, one), exponent)._fix(context)
        return made(self._sign, subtract_digits(one, two), exponent)._fix(context)

    def _multiply(self, other, context):
        sign = self._sign ^ other._sign
        if not (self.is_finite() and other.is_finite()):
            answer = self._special(other, context)
            if answer is not None:
                return answer
            if self.is_zero() or other.is_zero():
                return self._invalid(context)
            return made(sign, "0", "F")
        return made(sign, multiply_digits(self._int, other._int), self._exp + other._exp)._fix(context)

    def _divide(self, other, context):
        sign = self._sign ^ other._sign
        if not (self.is_finite() and other.is_finite()):
            answer = self._special(other, context)
            if answer is not None:
                return answer
            if self.is_infinite():
                return self._invalid(context) if other.is_infinite() else made(sign, "0", "F")
            return made(sign, "0", context.Emin - context.prec + 1)
        if other.is_zero():
            if self.is_zero():
                return self._invalid(context, DivisionUndefined)
            context.signal(DivisionByZero)
            return made(sign, "0", "F")
        if self.is_zero():
            return made(sign, "0", self._exp - other._exp)._fix(context)
        shift = len(other._int) - len(self._int) + context.prec + 1
        exponent = self._exp - other._exp - shift
        digits, rest = divide_digits(self._int + "0" * max(shift, 0), other._int + "0" * max(-shift, 0))
        if rest != "0":
            if digits[-1] in ("0", "5"):
                digits = add_digits(digits, "1")
        else:
            while exponent < self._exp - other._exp and digits[-1] == "0":
                digits, exponent = digits[:-1], exponent + 1
        return made(sign, digits, exponent)._fix(context)

    # Quotient and rest of the division of whole numbers.
    def _divided(self, other, context):
        if not (self.is_finite() and other.is_finite()) or other.is_zero():
            answer = self._special(other, context)
            if answer is None and self.is_finite() and other.is_infinite():
                return made(self._sign ^ other._sign, "0", 0), self._fix(context)
            if answer is None and other.is_zero() and not self.is_zero() and self.is_finite():
                condition = DivisionByZero
            else:
                condition = DivisionUndefined if self.is_zero() and other.is_zero() else InvalidOperation
            answer = self._invalid(context, condition) if answer is None else answer
            return answer, answer
        exponent = min(self._exp, other._exp)
        one, two = self._rounded(exponent, ROUND_DOWN)._int, other._rounded(exponent, ROUND_DOWN)._int
        quotient, rest = divide_digits(one, two)
        if len(quotient) > context.prec:
            answer = self._invalid(context, DivisionImpossible)
            return answer, answer
        return made(self._sign ^ other._sign, quotient, 0), made(self._sign, rest, exponent)._fix(context)

    def _power(self, other, context):
        if not other.is_finite() or other != other.to_integral_value():
            raise NotImplementedError("kitchen-sim raises decimals to whole powers alone")
        times = int(other)
        if times < 0:
            return Decimal(1)._divide(self._power(-other, Context(prec=context.prec + 10)), context)
        digits = "1"
        for _ in range(times):
            digits = multiply_digits(digits, self._int)
        return made(self._sign if times % 2 else 0, digits, self._exp * times)._fix(context)

    def sqrt(self, context=None):
        context = getcontext() if context is None else context
        if not self.is_finite():
            return self if not self._sign else self._invalid(context)
        if self.is_zero():
            return made(self._sign, "0", self._exp // 2)._fix(context)
        if self._sign:
            return self._invalid(context)
        exponent, is_odd = self._exp // 2, self._exp % 2
        digits = self._int + "0" * is_odd
        shift = context.prec + 1 - (len(digits) + 1) // 2
        is_exact = True
        if shift >= 0:
            digits += "00" * shift
        else:
            is_exact = not digits[2 * shift :].strip("0")
            digits = digits[: 2 * shift]
        root = root_of_digits(digits)
        if is_exact and multiply_digits(root, root) == stripped(digits):
            root = stripped(root[:-shift] or "0") if shift > 0 else root + "0" * -shift
        else:
            exponent -= shift
            if root[-1] in ("0", "5"):
                root = add_digits(root, "1")
        local = context.copy()
        local.rounding = ROUND_HALF_EVEN
        return made(0, root, exponent)._fix(local)

    def quantize(self, exp, rounding=None, context=None):
        context = getcontext() if context is None else context
        exp = converted(exp)
        if not (self.is_finite() and exp.is_finite()):
            answer = self._special(exp, context)
            if answer is not None:
                return answer
            return self if self.is_infinite() and exp.is_infinite() else self._invalid(context)
        number = self._rounded(exp._exp, context.rounding if rounding is None else rounding)
        if len(number._int) > context.prec:
            return self._invalid(context)
        if self._exp < exp._exp:
            context.signal(Rounded)
            if number != self:
                context.signal(Inexact)
        return number

    def to_integral_value(self, rounding=None, context=None):
        context = getcontext() if context is None else context
        if not self.is_finite() or self._exp >= 0:
            return self
        return self._rounded(0, context.rounding if rounding is None else rounding)

    to_integral = to_integral_value

    def normalize(self, context=None):
        number = self._fix(getcontext() if context is None else context)
        if not number.is_finite():
            return number
        digits = number._int.rstrip("0")
        return made(number._sign, digits, number._exp + len(number._int) - len(digits)) if digits else made(number._sign, "0", 0)

    def copy_abs(self):
        return made(0, self._int, self._exp)

    def copy_negate(self):
        return made(1 - self._sign, self._int, self._exp)

    def _negated(self):
        if self.is_zero() and getcontext().rounding != ROUND_FLOOR:
            return self.copy_abs()
        return self.copy_negate()

    def __neg__(self):
        return self._negated()._fix(getcontext())

    def __pos__(self):
        number = self.copy_abs() if self.is_zero() and getcontext().rounding != ROUND_FLOOR else self
        return number._fix(getcontext())

    def __abs__(self):
        return self.copy_abs()._fix(getcontext())

    def __bool__(self):
        return not self.is_zero()

    def __int__(self):
        if not self.is_finite():
            kind = "NaN" if self.is_nan() else "infinity"
            raise (ValueError if self.is_nan() else OverflowError)(f"cannot convert {kind} to integer")
        return int(self._rounded(0, ROUND_DOWN)._plainly())

    __trunc__ = __int__

    def __float__(self):
        return float(str(self))

    def __round__(self, n=None):
        if n is None:
            return int(self._rounded(0, ROUND_HALF_EVEN))
        return self.quantize(made(0, "1", -n), ROUND_HALF_EVEN)

    def __floor__(self):
        return int(self._rounded(0, ROUND_FLOOR))

    def __ceil__(self):
        return int(self._rounded(0, ROUND_CEILING))

    def _compared(self, other):
        if self.is_nan() or other.is_nan():
            return None
        if self.is_infinite() or other.is_infinite():
            one, two = [(1 - 2 * number._sign) * number.is_infinite() for number in (self, other)]
            return (one > two) - (one < two)
        if self._sign != other._sign and not (self.is_zero() and other.is_zero()):
            return -1 if self._sign else 1
        exponent = min(self._exp, other._exp)
        one, two = self._rounded(exponent, ROUND_DOWN)._int, other._rounded(exponent, ROUND_DOWN)._int
        if one == two:
            return 0
        return -1 if is_less(one, two) != bool(self._sign) else 1

    def compare(self, other, context=None):
        order = self._compared(converted(other))
        return made(0, "", "n") if order is None else Decimal(order)

    def max(self, other, context=None):
        other = converted(other)
        return (self if self >= other else other)._fix(getcontext())

    def min(self, other, context=None):
        other = converted(other)
        return (self if self <= other else other)._fix(getcontext())

    def __eq__(self, other):
        other = Decimal(other) if isinstance(other, float) else converted(other, False)
        return NotImplemented if other is None else self._compared(other) == 0

    def _ordered(self, other, is_in_order):
        other = Decimal(other) if isinstance(other, float) else converted(other, False)
        if other is None:
            return NotImplemented
        order = self._compared(other)
        if order is None:
            getcontext().signal(InvalidOperation)
            return False
        return is_in_order(order)

    def __lt__(self, other):
        return self._ordered(other, lambda order: order < 0)

    def __le__(self, other):
        return self._ordered(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda order: order >= 0)

    def __hash__(self):
        if self.is_finite() and self == self.to_integral_value() and len(self._int) + self._exp < 19:
            return hash(int(self))
        return hash(float(self))


DecimalTuple = collections.namedtuple("DecimalTuple", "sign digits exponent")


# `a op b` and `b op a`, where both are decimals or whole numbers.
def install(name, operate):
    def forwards(self, other):
        other = converted(other, False)
        return NotImplemented if other is None else operate(self, other, getcontext())

    def backwards(self, other):
        other = converted(other, False)
        return NotImplemented if other is None else operate(other, self, getcontext())

    setattr(Decimal, f"__{name}__", forwards)
    setattr(Decimal, f"__r{name}__", backwards)


install("add", lambda one, two, context: one._add(two, context))
install("sub", lambda one, two, context: one._add(two.copy_negate(), context))
install("mul", lambda one, two, context: one._multiply(two, context))
install("truediv", lambda one, two, context: one._divide(two, context))
install("floordiv", lambda one, two, context: one._divided(two, context)[0])
install("mod", lambda one, two, context: one._divided(two, context)[1])
install("divmod", lambda one, two, context: one._divided(two, context))
install("pow", lambda one, two, context: one._power(two, context))
