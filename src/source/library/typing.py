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
        cls.__total__ = total

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


# What decorates without changing anything.
DECORATORS = ["typing.final", "typing.no_type_check", "typing.overload", "typing.override"]


# What makes names for types.
VARIABLES = ["typing.ParamSpec", "typing.TypeVar", "typing.TypeVarTuple"]


# A name that is good for annotations, where it is a value.
class SpecialForm:
    def __init__(self, words):
        self.words = words

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        args = tuple([type(None) if each is None else each for each in args])
        inside = ", ".join([words_of_type(each) for each in args])
        if self.words == "typing.Optional":
            return union_of(*args, None).called(f"typing.Optional[{inside}]")
        if self.words == "typing.Union":
            union = union_of(*args)
            return union.called(f"typing.Union[{inside}]") if len(args) > 1 else union
        return SpecialForm(f"{self.words}[{inside}]")

    def __call__(self, *args, **kwargs):
        if self.words in DECORATORS:
            return args[0]
        if self.words in VARIABLES:
            return SpecialForm(f"~{args[0]}")
        raise TypeError(f"Cannot instantiate {self.words}")

    def __or__(self, other):
        return union_of(self, other)

    def __ror__(self, other):
        return union_of(other, self)

    def __eq__(self, other):
        return self.words == other.words if isinstance(other, SpecialForm) else NotImplemented

    def __hash__(self):
        return hash(self.words)

    def __repr__(self):
        return self.words


def form(path):
    return SpecialForm(path)


# A class of Python's own under the name that `typing` has for it.
class SpecialAlias:
    __type_name__ = "typing._SpecialGenericAlias"

    def __init__(self, name, origin):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, args):
        return SpecialForm(repr(self))[args]

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __or__(self, other):
        return union_of(self, other)

    def __ror__(self, other):
        return union_of(other, self)

    def __repr__(self):
        return f"typing.{self._name}"


List, Dict, Set = SpecialAlias("List", list), SpecialAlias("Dict", dict), SpecialAlias("Set", set)
FrozenSet, Tuple, Type = SpecialAlias("FrozenSet", frozenset), SpecialAlias("Tuple", tuple), SpecialAlias("Type", type)
Text = str
