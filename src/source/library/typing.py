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


# The class behind a type with others in brackets, and the others.
def get_origin(tp):
    if isinstance(tp, UnionType):
        return SpecialForm("typing.Union") if tp.words.startswith("typing.") else UnionType
    if isinstance(tp, SpecialForm) and tp.__args__:
        return getattr(tp.__origin__, "__origin__", None) or tp.__origin__
    return tp.__origin__ if isinstance(tp, GenericAlias) else None


def get_args(tp):
    return tp.__args__ if isinstance(tp, (GenericAlias, SpecialForm, UnionType)) else ()


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {value if len(value) <= 100 else value[:100] + '...'}")


def dataclass_transform(**details):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = details
        return cls_or_fn

    return decorator


# What decorates without changing anything.
DECORATORS = ["typing.final", "typing.no_type_check", "typing.overload", "typing.override"]


# What makes names for types.
VARIABLES = ["typing.ParamSpec", "typing.TypeVar", "typing.TypeVarTuple"]


# A name that is good for annotations, where it is a value.
class SpecialForm:
    is_variable = False

    def __init__(self, words, origin=None, args=()):
        self.words = words
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = variables_in(args)

    def __getitem__(self, args):
        if self.__args__:
            return self.__origin__[arguments_of(self, args)]
        args = args if isinstance(args, tuple) else (args,)
        if self.words != "typing.Literal":
            args = tuple([type(None) if each is None else each for each in args])
        inside = ", ".join([words_in_brackets(each) for each in args])
        if self.words == "typing.Optional":
            args += (type(None),)
        if self.words in ("typing.Optional", "typing.Union"):
            union = union_of(*args)
            return union.named() if isinstance(union, UnionType) else union
        return SpecialForm(f"{self.words}[{inside}]", self, args)

    def __call__(self, *args, **kwargs):
        if self.words in DECORATORS:
            return args[0]
        if self.words in VARIABLES:
            variance = "+" if kwargs.get("covariant") else "-" if kwargs.get("contravariant") else "~"
            made = SpecialForm(f"{variance}{args[0]}")
            made.is_variable = self.words[7:]
            made.__name__ = args[0]
            return made
        raise TypeError(f"Cannot instantiate {self.words}")

    def __or__(self, other):
        return union_of(self, other)

    def __ror__(self, other):
        return union_of(other, self)

    def __eq__(self, other):
        if self.is_variable or not isinstance(other, SpecialForm):
            return self is other
        return self.words == other.words

    def __hash__(self):
        return hash(self.words)

    def __repr__(self):
        return self.words


def words_in_brackets(each):
    if isinstance(each, list):
        return f"[{', '.join([words_of_type(one) for one in each])}]"
    return words_of_type(each)


def form(path):
    return SpecialForm(path)


# A class of Python's own under the name that `typing` has for it.
class SpecialAlias:
    __type_name__ = "typing._SpecialGenericAlias"

    def __init__(self, name, origin):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, args):
        made = SpecialForm(repr(self))[args]
        made.__origin__ = self
        return made

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
