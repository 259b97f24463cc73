# operator: functions for operators, and for reaching into objects.


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def truediv(a, b):
    return a / b


def floordiv(a, b):
    return a // b


def mod(a, b):
    return a % b


def pow(a, b):
    return a**b


def neg(a):
    return -a


def not_(a):
    return not a


def truth(a):
    return bool(a)


def and_(a, b):
    return a & b


def or_(a, b):
    return a | b


def xor(a, b):
    return a ^ b


def lt(a, b):
    return a < b


def le(a, b):
    return a <= b


def eq(a, b):
    return a == b


def ne(a, b):
    return a != b


def ge(a, b):
    return a >= b


def gt(a, b):
    return a > b


def is_(a, b):
    return a is b


def is_not(a, b):
    return a is not b


def contains(a, b):
    return b in a


def getitem(a, b):
    return a[b]


def setitem(a, b, c):
    a[b] = c


def concat(a, b):
    return a + b


def delitem(a, b):
    del a[b]


def abs(a):
    return a.__abs__()


def pos(a):
    return +a


def inv(a):
    return ~a


def invert(a):
    return ~a


def index(a):
    if not hasattr(a, "__index__"):
        raise TypeError(f"{type(a).__name__!r} object cannot be interpreted as an integer")
    return a.__index__()


def lshift(a, b):
    return a << b


def rshift(a, b):
    return a >> b


def countOf(a, b):
    return sum([1 for item in a if item is b or item == b])


def indexOf(a, b):
    for position, item in enumerate(a):
        if item is b or item == b:
            return position
    raise ValueError("sequence.index(x): x not in sequence")


def iadd(a, b):
    a += b
    return a


def iconcat(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def iand(a, b):
    a &= b
    return a


def ior(a, b):
    a |= b
    return a


def ixor(a, b):
    a ^= b
    return a


def ifloordiv(a, b):
    a //= b
    return a


def itruediv(a, b):
    a /= b
    return a


def imod(a, b):
    a %= b
    return a


def ipow(a, b):
    a **= b
    return a


def ilshift(a, b):
    a <<= b
    return a


def irshift(a, b):
    a >>= b
    return a


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


# How long it is, or says that it is (`abstract.c`, `PyObject_LengthHint`).
def length_hint(obj, default=0):
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    if hasattr(type(obj), "__len__"):
        return len(obj)
    if not hasattr(type(obj), "__length_hint__"):
        return default
    try:
        hint = type(obj).__length_hint__(obj)
    except TypeError:
        return default
    if hint is NotImplemented:
        return default
    if not isinstance(hint, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(hint).__name__}")
    if hint < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return hint


class itemgetter:
    __type_name__ = "operator.itemgetter"

    def __init__(self, item, *items):
        self._items = (item, *items)

    def __call__(self, thing):
        if len(self._items) == 1:
            return thing[self._items[0]]
        return tuple([thing[item] for item in self._items])


class attrgetter:
    __type_name__ = "operator.attrgetter"

    def __init__(self, attr, *attrs):
        self._attrs = (attr, *attrs)

    def __call__(self, thing):
        found = []
        for path in self._attrs:
            value = thing
            for name in path.split("."):
                value = getattr(value, name)
            found.append(value)
        return found[0] if len(found) == 1 else tuple(found)


class methodcaller:
    __type_name__ = "operator.methodcaller"

    def __init__(self, name, /, *args, **keywords):
        self._name = name
        self._args = args
        self._keywords = keywords

    def __call__(self, thing):
        return getattr(thing, self._name)(*self._args, **self._keywords)
