# What a class below a built-in type is made of: an object that holds a value of that type.


def plain(value):
    return value._held if isinstance(value, Below) else value


class Below:
    __hidden__ = ("_held",)

    def __repr__(self):
        return repr(self._held)

    def __str__(self):
        return repr(self)

    def __eq__(self, other):
        return self._held == plain(other) if isinstance(other, self.__alike__) else NotImplemented

    def __ne__(self, other):
        return self._held != plain(other) if isinstance(other, self.__alike__) else NotImplemented

    def __bool__(self):
        return bool(self._held)

    def __format__(self, spec):
        if spec and self.__alike__ != NUMBERS and not isinstance(self, str):
            raise TypeError(f"unsupported format string passed to {type(self).__name__}.__format__")
        return format(self._held, spec) if spec else str(self)


# What a number is compared and reckoned with.
NUMBERS = (int, float)


class BelowOrdered(Below):
    def __lt__(self, other):
        return self._held < plain(other) if isinstance(other, self.__alike__) else NotImplemented

    def __le__(self, other):
        return self._held <= plain(other) if isinstance(other, self.__alike__) else NotImplemented

    def __gt__(self, other):
        return self._held > plain(other) if isinstance(other, self.__alike__) else NotImplemented

    def __ge__(self, other):
        return self._held >= plain(other) if isinstance(other, self.__alike__) else NotImplemented


# What a class's own `__getattr__` is asked for: methods of the built-in type were found before.
def found_below(self, name, own):
    if name != "_held" and hasattr(self._held, name):
        return getattr(self._held, name)
    return own(self, name)


# Of these the value is given when they are made, and stays.
class BelowFixed(BelowOrdered):
    __hashed_fields__ = "_held"

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "__eq__" in cls.__dict__ or "__hash__" in cls.__dict__:
            cls.__hashed_fields__ = None
        own = cls.__dict__.get("__getattr__")
        if own is not None:
            cls.__getattr__ = lambda self, name: found_below(self, name, own)

    def __hash__(self):
        return hash(self._held)

    def __getattr__(self, name):
        if name == "_held":
            raise AttributeError(name)
        if hasattr(self._held, name):
            return getattr(self._held, name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)


# Of these an `__init__` fills the value.
class BelowFilled(Below):
    __hash__ = None


def made(cls, held):
    instance = __instance__(cls)
    __setfield__(instance, "_held", held)
    return instance


# An `__init__` of the class's own may take keywords (`tupleobject.c`, `tuple_new`).
def refuse_keywords(cls, keywords):
    if keywords and cls.__init__ is object.__init__:
        raise TypeError(f"{cls.__stands_for__.__name__}() takes no keyword arguments")


class BelowSequence:
    def __len__(self):
        return len(self._held)

    def __iter__(self):
        return iter(self._held)

    def __contains__(self, item):
        return plain(item) in self._held


class BelowIndexed(BelowSequence):
    # What is of the same type is taken for what it holds, anything else as it is: its type stands in what is raised.
    def __add__(self, other):
        return self._held + (plain(other) if isinstance(other, self.__alike__) else other)

    def __radd__(self, other):
        return plain(other) + self._held if isinstance(other, self.__alike__) else NotImplemented

    def __mul__(self, other):
        return self._held * plain(other)

    def __rmul__(self, other):
        return plain(other) * self._held

    def __getitem__(self, index):
        return self._held[index]

    def __reversed__(self):
        return reversed(self._held)


class BelowBits:
    def __and__(self, other):
        return self._held & plain(other) if isinstance(other, self.__bits__) else NotImplemented

    def __rand__(self, other):
        return plain(other) & self._held if isinstance(other, self.__bits__) else NotImplemented

    def __or__(self, other):
        return self._held | plain(other) if isinstance(other, self.__bits__) else NotImplemented

    def __ror__(self, other):
        return plain(other) | self._held if isinstance(other, self.__bits__) else NotImplemented

    def __xor__(self, other):
        return self._held ^ plain(other) if isinstance(other, self.__bits__) else NotImplemented

    def __rxor__(self, other):
        return plain(other) ^ self._held if isinstance(other, self.__bits__) else NotImplemented


class BelowNumber(BelowFixed):
    __alike__ = NUMBERS

    def __add__(self, other):
        return self._held + plain(other) if isinstance(other, NUMBERS) else NotImplemented

    def __radd__(self, other):
        return plain(other) + self._held if isinstance(other, NUMBERS) else NotImplemented

    def __sub__(self, other):
        return self._held - plain(other) if isinstance(other, NUMBERS) else NotImplemented

    def __rsub__(self, other):
        return plain(other) - self._held if isinstance(other, NUMBERS) else NotImplemented

    # A sequence is repeated.
    def __mul__(self, other):
        return self._held * plain(other) if isinstance(other, (int, float, str, list, tuple)) else NotImplemented

    def __rmul__(self, other):
        return plain(other) * self._held if isinstance(other, (int, float, str, list, tuple)) else NotImplemented

    def __truediv__(self, other):
        return self._held / plain(other) if isinstance(other, NUMBERS) else NotImplemented

    def __rtruediv__(self, other):
        return plain(other) / self._held if isinstance(other, NUMBERS) else NotImplemented

    def __floordiv__(self, other):
        return self._held // plain(other) if isinstance(other, NUMBERS) else NotImplemented

    def __rfloordiv__(self, other):
        return plain(other) // self._held if isinstance(other, NUMBERS) else NotImplemented

    def __mod__(self, other):
        return self._held % plain(other) if isinstance(other, NUMBERS) else NotImplemented

    def __rmod__(self, other):
        return plain(other) % self._held if isinstance(other, NUMBERS) else NotImplemented

    def __divmod__(self, other):
        return divmod(self._held, plain(other)) if isinstance(other, NUMBERS) else NotImplemented

    def __rdivmod__(self, other):
        return divmod(plain(other), self._held) if isinstance(other, NUMBERS) else NotImplemented

    def __pow__(self, other, modulus=None):
        return pow(self._held, plain(other), plain(modulus)) if isinstance(other, NUMBERS) else NotImplemented

    def __rpow__(self, other):
        return plain(other) ** self._held if isinstance(other, NUMBERS) else NotImplemented

    def __neg__(self):
        return -self._held

    def __pos__(self):
        return +self._held

    def __abs__(self):
        return abs(self._held)

    def __int__(self):
        return int(self._held)

    def __float__(self):
        return float(self._held)

    def __round__(self, *digits):
        return round(self._held, *digits)


class BelowInt(BelowBits, BelowNumber):
    __stands_for__ = __bits__ = int
    __is_number__ = __is_complex__ = __is_rational__ = __is_integral__ = True

    @staticmethod
    def __below__():
        return BelowInt

    def __new__(cls, *args, **kwargs):
        return made(cls, int(*[plain(arg) for arg in args], **kwargs))

    def __index__(self):
        return self._held

    def __invert__(self):
        return ~self._held

    def __lshift__(self, other):
        return self._held << plain(other) if isinstance(other, int) else NotImplemented

    def __rlshift__(self, other):
        return plain(other) << self._held if isinstance(other, int) else NotImplemented

    def __rshift__(self, other):
        return self._held >> plain(other) if isinstance(other, int) else NotImplemented

    def __rrshift__(self, other):
        return plain(other) >> self._held if isinstance(other, int) else NotImplemented


class BelowFloat(BelowNumber):
    __stands_for__ = float
    __is_number__ = __is_complex__ = True

    @staticmethod
    def __below__():
        return BelowFloat

    def __new__(cls, *args, **keywords):
        refuse_keywords(cls, keywords)
        return made(cls, float(*[plain(arg) for arg in args]))


class BelowStr(BelowIndexed, BelowFixed):
    __is_sequence__ = True
    __stands_for__ = __alike__ = str

    @staticmethod
    def __below__():
        return BelowStr

    def __new__(cls, *args, **kwargs):
        return made(cls, str(*[plain(arg) for arg in args], **kwargs))

    def __str__(self):
        return self._held

    def __mod__(self, values):
        return self._held % values


class BelowTuple(BelowIndexed, BelowFixed):
    __is_sequence__ = True
    __stands_for__ = __alike__ = tuple

    @staticmethod
    def __below__():
        return BelowTuple

    def __new__(cls, *args, **keywords):
        refuse_keywords(cls, keywords)
        return made(cls, tuple(*[plain(arg) for arg in args]))
