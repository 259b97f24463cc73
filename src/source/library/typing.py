# typing, as far as it does anything.


def cast(typ, val):
    return val


class NewType:
    __type_name__ = "typing.NewType"

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f"__main__.{self.__name__}"


# Its classes make dicts.
class TypedDict:
    def __init_subclass__(cls, total=True):
        pass

    def __new__(cls, *args, **kwargs):
        return dict if cls is TypedDict else dict(*args, **kwargs)


# What a class has without being asked.
PLAIN = "__annotations__ __dict__ __doc__ __generic__ __init__ __module__ __new__ __qualname__ __slots__ __structure__ __weakref__".split()


def runtime_checkable(cls):
    names = [name for name in cls.__dict__ if name not in PLAIN]
    for above in cls.__mro__:
        names.extend(getattr(above, "__annotations__", {}))
        names.extend(getattr(above, "__structure__", "").split())
    cls.__structure__ = " ".join(dict.fromkeys(names))
    return cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    for holder in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        for name, annotation in getattr(holder, "__annotations__", {}).items():
            hints[name] = hint_of(annotation)
    return hints
