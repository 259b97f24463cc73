# numbers: the classes of numbers. What is built in is known by a mark, as Fraction and Decimal are.


class Number:
    __structure__ = "__is_number__"
    __slots__ = ()
    __hash__ = None


class Complex(Number):
    __structure__ = "__is_number__ __is_complex__"
    __slots__ = ()


class Real(Complex):
    __structure__ = "__is_number__ __is_complex__"
    __slots__ = ()


class Rational(Real):
    __structure__ = "__is_number__ __is_complex__ __is_rational__"
    __slots__ = ()

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    __structure__ = "__is_number__ __is_complex__ __is_rational__ __is_integral__"
    __slots__ = ()

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1
