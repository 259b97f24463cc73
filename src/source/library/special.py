# The methods behind operators, asked of built-in values and types by name: `[].__len__`, `sorted(words, key=ranks.__getitem__)`.


def kinds_of(self):
    if isinstance(self, float):
        return int, float
    if isinstance(self, (set, frozenset)):
        return set, frozenset
    return int if isinstance(self, int) else type(self)


def compared(function):
    def special(self, other, /):
        return function(self, other) if isinstance(other, kinds_of(self)) else NotImplemented

    return special


def binary(function):
    def special(self, other, /):
        fits = isinstance(self, (str, list, tuple)) or isinstance(other, kinds_of(self))
        return function(self, other) if fits else NotImplemented

    return special


def set_item(self, key, value, /):
    self[key] = value


def delete_item(self, key, /):
    del self[key]


# `self += other` and its kin change what may be changed.
def in_place(function):
    def special(self, other, /):
        changed = function(self, other)
        if isinstance(self, list):
            self[:] = changed
        else:
            self.clear()
            self.update(changed)
        return self

    return special


# `list.__init__(self, …)`
def refill(self, *args, **kwargs):
    self.clear()
    if isinstance(self, list):
        self.extend(*args)
    else:
        self.update(*args, **kwargs)


SPECIAL = {
    "__new__": lambda kind, /, *args, **kwargs: kind(*args, **kwargs),
    "__init__": refill,
    "__len__": lambda self, /: len(self),
    "__iter__": lambda self, /: iter(self),
    "__next__": lambda self, /: next(self),
    "__reversed__": lambda self, /: reversed(self),
    "__contains__": lambda self, key, /: key in self,
    "__getitem__": lambda self, key, /: self[key],
    "__setitem__": set_item,
    "__delitem__": delete_item,
    "__hash__": lambda self, /: hash(self),
    "__str__": lambda self, /: str(self),
    "__repr__": lambda self, /: repr(self),
    "__format__": lambda self, format_spec, /: format(self, format_spec),
    "__bool__": lambda self, /: bool(self),
    "__int__": lambda self, /: int(self),
    "__float__": lambda self, /: float(self),
    "__index__": lambda self, /: int(self),
    "__abs__": lambda self, /: abs(self),
    "__neg__": lambda self, /: -self,
    "__pos__": lambda self, /: +self,
    "__invert__": lambda self, /: ~self,
    "__round__": lambda self, ndigits=None, /: round(self, ndigits),
    "__eq__": compared(lambda self, other: self == other),
    "__ne__": compared(lambda self, other: self != other),
    "__lt__": compared(lambda self, other: self < other),
    "__le__": compared(lambda self, other: self <= other),
    "__gt__": compared(lambda self, other: self > other),
    "__ge__": compared(lambda self, other: self >= other),
    "__add__": binary(lambda self, other: self + other),
    "__radd__": binary(lambda self, other: other + self),
    "__sub__": binary(lambda self, other: self - other),
    "__rsub__": binary(lambda self, other: other - self),
    "__mul__": binary(lambda self, other: self * other),
    "__rmul__": binary(lambda self, other: other * self),
    "__truediv__": binary(lambda self, other: self / other),
    "__rtruediv__": binary(lambda self, other: other / self),
    "__floordiv__": binary(lambda self, other: self // other),
    "__rfloordiv__": binary(lambda self, other: other // self),
    "__mod__": binary(lambda self, other: self % other),
    "__rmod__": binary(lambda self, other: other % self),
    "__divmod__": binary(lambda self, other: divmod(self, other)),
    "__rdivmod__": binary(lambda self, other: divmod(other, self)),
    "__pow__": binary(lambda self, other: self**other),
    "__rpow__": binary(lambda self, other: other**self),
    "__lshift__": binary(lambda self, other: self << other),
    "__rlshift__": binary(lambda self, other: other << self),
    "__rshift__": binary(lambda self, other: self >> other),
    "__rrshift__": binary(lambda self, other: other >> self),
    "__and__": binary(lambda self, other: self & other),
    "__rand__": binary(lambda self, other: other & self),
    "__or__": binary(lambda self, other: self | other),
    "__ror__": binary(lambda self, other: other | self),
    "__xor__": binary(lambda self, other: self ^ other),
    "__rxor__": binary(lambda self, other: other ^ self),
    "__iadd__": in_place(lambda self, other: self + list(other)),
    "__imul__": in_place(lambda self, other: self * other),
    "__ior__": in_place(lambda self, other: self | other),
    "__iand__": in_place(lambda self, other: self & other),
    "__isub__": in_place(lambda self, other: self - other),
    "__ixor__": in_place(lambda self, other: self ^ other),
    "isdisjoint": lambda self, other, /: not any(each in self for each in other),
}


def special_of(value, name):
    if name == "__hash__" and isinstance(value, (list, dict, set)):
        return None
    function = SPECIAL[name]
    return lambda *args: function(value, *args)


def special_of_type(cls, name):
    if name == "__hash__" and cls in (list, dict, set):
        return None
    if name == "__new__":
        return lambda kind, /, *args, **kwargs: new_of_type(cls, kind, args, kwargs)
    function = SPECIAL[name]

    def special(self, *args, **kwargs):
        if hasattr(type(self), "__stands_for__"):
            return call_below(cls, name, kwargs, self, *args)
        return function(self, *args, **kwargs)

    return special


# `list.append(self, item)` of an object whose class is below the type: what that stands on does it, or the value that it holds.
def call_below(cls, name, keywords, self, *args):
    above = stood_on(cls, type(self))
    if above is None:
        raise TypeError(f"descriptor '{name}' for '{cls.__name__}' objects doesn't apply to a '{type(self).__name__}' object")
    if hasattr(above, name):
        return getattr(above, name)(self, *args, **keywords)
    return getattr(self._held, name)(*args, **keywords)


# `int.__new__(cls, value)` of a class below the type.
def new_of_type(cls, kind, args, kwargs):
    above = None if kind is cls else stood_on(cls, kind)
    return cls(*args, **kwargs) if above is None else above.__new__(kind, *args, **kwargs)


# The class of the library that stands for a type above a class of the program.
def stood_on(cls, kind):
    above = kind.__below__() if hasattr(kind, "__below__") else None
    return above if above is not None and above.__stands_for__ is cls else None


# Of a timer's handle the number, of another `None`.
def hash_of_handle(handle):
    return hash(handle.when()) if hasattr(handle, "when") else None


# A variable that a function has from around it, as it was when it was asked for.
class cell:
    def __init__(self, contents):
        self._contents = contents

    @property
    def cell_contents(self):
        if not self._contents:
            raise ValueError("Cell is empty")
        return self._contents[0]


def cells_of(contents):
    return tuple([cell(each) for each in contents])
