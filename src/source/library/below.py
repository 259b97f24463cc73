# What a class below a built-in type is made of: an object that holds a value of that type.


def plain(value):
    return value._held if isinstance(value, Below) else value


class Below:
    def __repr__(self):
        return repr(self._held)

    def __str__(self):
        return repr(self)

    def __eq__(self, other):
        return self._held == plain(other)

    def __ne__(self, other):
        return self._held != plain(other)

    def __lt__(self, other):
        return self._held < plain(other)

    def __le__(self, other):
        return self._held <= plain(other)

    def __gt__(self, other):
        return self._held > plain(other)

    def __ge__(self, other):
        return self._held >= plain(other)

    def __bool__(self):
        return bool(self._held)

    def __format__(self, spec):
        return format(self._held, spec) if spec else str(self)


# What a class's own `__getattr__` is asked for: methods of the built-in type were found before.
def found_below(self, name, own):
    if name != "_held" and hasattr(self._held, name):
        return getattr(self._held, name)
    return own(self, name)


# Of these the value is given when they are made, and stays.
class BelowFixed(Below):
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
        return getattr(self._held, name)


# Of these an `__init__` fills the value.
class BelowFilled(Below):
    __hash__ = None


def made(cls, held):
    instance = __instance__(cls)
    __setfield__(instance, "_held", held)
    return instance


class BelowSequence:
    def __len__(self):
        return len(self._held)

    def __iter__(self):
        return iter(self._held)

    def __contains__(self, item):
        return plain(item) in self._held


class BelowSums:
    def __add__(self, other):
        return self._held + plain(other)

    def __radd__(self, other):
        return plain(other) + self._held

    def __mul__(self, other):
        return self._held * plain(other)

    def __rmul__(self, other):
        return plain(other) * self._held


class BelowIndexed(BelowSums, BelowSequence):
    def __getitem__(self, index):
        return self._held[index]


class BelowBits:
    def __and__(self, other):
        return self._held & plain(other)

    def __rand__(self, other):
        return plain(other) & self._held

    def __or__(self, other):
        return self._held | plain(other)

    def __ror__(self, other):
        return plain(other) | self._held

    def __xor__(self, other):
        return self._held ^ plain(other)

    def __rxor__(self, other):
        return plain(other) ^ self._held


class BelowNumber(BelowSums, BelowFixed):
    def __sub__(self, other):
        return self._held - plain(other)

    def __rsub__(self, other):
        return plain(other) - self._held

    def __truediv__(self, other):
        return self._held / plain(other)

    def __rtruediv__(self, other):
        return plain(other) / self._held

    def __floordiv__(self, other):
        return self._held // plain(other)

    def __rfloordiv__(self, other):
        return plain(other) // self._held

    def __mod__(self, other):
        return self._held % plain(other)

    def __rmod__(self, other):
        return plain(other) % self._held

    def __divmod__(self, other):
        return divmod(self._held, plain(other))

    def __rdivmod__(self, other):
        return divmod(plain(other), self._held)

    def __pow__(self, other, modulus=None):
        return pow(self._held, plain(other), plain(modulus))

    def __rpow__(self, other):
        return plain(other) ** self._held

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
    __stands_for__ = int

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
        return self._held << plain(other)

    def __rlshift__(self, other):
        return plain(other) << self._held

    def __rshift__(self, other):
        return self._held >> plain(other)

    def __rrshift__(self, other):
        return plain(other) >> self._held


class BelowFloat(BelowNumber):
    __stands_for__ = float

    @staticmethod
    def __below__():
        return BelowFloat

    def __new__(cls, *args):
        return made(cls, float(*[plain(arg) for arg in args]))


class BelowStr(BelowIndexed, BelowFixed):
    __stands_for__ = str

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
    __stands_for__ = tuple

    @staticmethod
    def __below__():
        return BelowTuple

    def __new__(cls, *args):
        return made(cls, tuple(*[plain(arg) for arg in args]))
