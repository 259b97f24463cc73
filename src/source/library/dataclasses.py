# dataclasses.


class FrozenInstanceError(AttributeError):
    pass


# Behind a field of this kind all fields are given by name.
class KW_ONLY:
    pass


# What is handed on to `__post_init__` and is no field.
class InitVar:
    def __class_getitem__(cls, type):
        return cls


def is_annotated(annotation, word):
    return isinstance(annotation, str) and annotation.split("[")[0].split(".")[-1] == word


class Missing:
    def __repr__(self):
        return "<dataclasses.MISSING>"


MISSING = Missing()


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, kw_only):
        self.name = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.kw_only = kw_only


def field(
    *,
    default=MISSING,
    default_factory=MISSING,
    init=True,
    repr=True,
    hash=None,
    compare=True,
    metadata=None,
    kw_only=MISSING,
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, kw_only)


def dataclass(
    cls=None,
    /,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")

    def decorate(cls):
        if slots and "__slots__" in cls.__dict__:
            raise TypeError(f"{cls.__name__} already specifies __slots__")
        made = process(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only)
        if slots:
            above = [name for each in cls.__mro__[1:] for name in getattr(each, "__dataclass_fields__", ())]
            names = [name for name in cls.__dataclass_fields__ if name not in above]
            cls.__slots__ = (*names, "__weakref__") if weakref_slot else tuple(names)
        return made

    return decorate if cls is None else decorate(cls)


def process(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only):
    all_fields = {}
    base = getattr(cls, "__base__", None)
    if base is not None and hasattr(base, "__dataclass_fields__"):
        all_fields.update(base.__dataclass_fields__)
        all_fields.update(base.__handed_on__)
    if base is not None and hasattr(base, "__is_frozen__") and base.__is_frozen__ != frozen:
        kinds = ("frozen", "a non-frozen") if frozen else ("non-frozen", "a frozen")
        raise TypeError(f"cannot inherit {kinds[0]} dataclass from {kinds[1]} one")
    cls.__is_frozen__ = frozen
    own = cls.__dict__
    handed_on = dict(getattr(cls, "__handed_on__", {}))
    for name, annotation in own.get("__annotations__", {}).items():
        if is_annotated(annotation, "KW_ONLY"):
            kw_only = True
            continue
        default = own.get(name, MISSING)
        if isinstance(default, Field):
            one = default
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        else:
            if isinstance(default, (list, dict, set)):
                raise ValueError(
                    f"mutable default {type(default)} for field {name} is not allowed: use default_factory"
                )
            one = Field(default, MISSING, True, True, None, True, MISSING)
        one.name = name
        one.type = annotation
        if one.kw_only is MISSING:
            one.kw_only = kw_only
        if is_annotated(annotation, "InitVar"):
            handed_on[name] = one
        all_fields[name] = one
    fields_in_order = list(all_fields.values())
    cls.__handed_on__ = handed_on
    cls.__dataclass_fields__ = {name: one for name, one in all_fields.items() if name not in handed_on}
    if init and "__init__" not in own:
        cls.__init__ = make_init(cls, fields_in_order, handed_on)
    before = None
    for one in fields_in_order:
        if not one.init or one.kw_only:
            continue
        if one.default is MISSING and one.default_factory is MISSING:
            if before is not None:
                behind = f" {before!r}" if __python__ >= 13 else ""
                raise TypeError(f"non-default argument {one.name!r} follows default argument{behind}")
        else:
            before = one.name
    if "__match_args__" not in own:
        cls.__match_args__ = tuple([one.name for one in fields_in_order if one.init and not one.kw_only])
    fields_in_order = list(cls.__dataclass_fields__.values())
    if repr and "__repr__" not in own:
        shown = [one.name for one in fields_in_order if one.repr]

        def __create_fn__(self):
            parts = [f"{name}={getattr(self, name)!r}" for name in shown]
            return f"{type(self).__qualname__}({', '.join(parts)})"

        def __repr__(self):
            return write_once(self, lambda: __create_fn__(self))

        __repr__.__wrapped__ = __create_fn__
        cls.__repr__ = __repr__
    compared = [one.name for one in fields_in_order if one.compare]
    if eq and "__eq__" not in own:

        def __eq__(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return all([getattr(self, name) == getattr(other, name) for name in compared])

        cls.__eq__ = __eq__
    if order:
        add_order(cls, compared)
    if frozen:
        add_frozen(cls)
    if unsafe_hash or (eq and frozen):
        hashed = [one.name for one in fields_in_order if (one.compare if one.hash is None else one.hash)]
        cls.__hashed_fields__ = tuple(hashed)
        cls.__hash__ = lambda self: hash(tuple([getattr(self, name) for name in hashed]))
    elif eq and "__hash__" not in own:
        cls.__hash__ = None
    return cls


def make_init(cls, all_fields, handed_on):
    name = cls.__name__
    positional = [one for one in all_fields if one.init and not one.kw_only]
    keyword_only = [one for one in all_fields if one.init and one.kw_only]

    def __init__(self, *args, **keywords):
        if len(args) > len(positional):
            required = [one for one in positional if one.default is MISSING and one.default_factory is MISSING]
            takes = len(positional) + 1
            least = len(required) + 1
            expected = f"{takes}" if least == takes else f"from {least} to {takes}"
            noun = "argument" if expected == "1" else "arguments"
            raise TypeError(f"{name}.__init__() takes {expected} positional {noun} but {len(args) + 1} were given")
        given = {}
        for one, value in zip(positional, args):
            given[one.name] = value
        for key, value in keywords.items():
            if key in given:
                raise TypeError(f"{name}.__init__() got multiple values for argument '{key}'")
            for one in all_fields:
                if one.name == key and one.init:
                    break
            else:
                raise TypeError(f"{name}.__init__() got an unexpected keyword argument '{key}'")
            given[key] = value
        for wanted, kind in ((positional, "positional"), (keyword_only, "keyword-only")):
            missing = [
                one.name
                for one in wanted
                if one.name not in given and one.default is MISSING and one.default_factory is MISSING
            ]
            if missing:
                words = [f"'{each}'" for each in missing]
                if len(words) == 1:
                    listed = words[0]
                elif len(words) == 2:
                    listed = f"{words[0]} and {words[1]}"
                else:
                    listed = ", ".join(words[:-1]) + f", and {words[-1]}"
                plural = "" if len(words) == 1 else "s"
                raise TypeError(f"{name}.__init__() missing {len(words)} required {kind} argument{plural}: {listed}")
        for one in all_fields:
            if one.name in given:
                value = given[one.name]
            elif one.default_factory is not MISSING:
                value = one.default_factory()
            elif one.default is not MISSING:
                value = one.default
            else:
                continue
            if one.name in handed_on:
                given[one.name] = value
            else:
                __setfield__(self, one.name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__(*[given[name] for name in handed_on])

    return __init__


def add_order(cls, compared):
    def values(self):
        return tuple([getattr(self, name) for name in compared])

    def __lt__(self, other):
        return values(self) < values(other) if type(other) is type(self) else NotImplemented

    def __le__(self, other):
        return values(self) <= values(other) if type(other) is type(self) else NotImplemented

    def __gt__(self, other):
        return values(self) > values(other) if type(other) is type(self) else NotImplemented

    def __ge__(self, other):
        return values(self) >= values(other) if type(other) is type(self) else NotImplemented

    cls.__lt__, cls.__le__, cls.__gt__, cls.__ge__ = __lt__, __le__, __gt__, __ge__


def add_frozen(cls):
    def __setattr__(self, name, value):
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name):
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def fields(class_or_instance):
    if not is_dataclass(class_or_instance):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(class_or_instance.__dataclass_fields__.values())


def is_dataclass(obj):
    return hasattr(obj, "__dataclass_fields__")


def check_instance(obj, function):
    if not hasattr(type(obj), "__dataclass_fields__"):
        raise TypeError(f"{function}() should be called on dataclass instances")


def asdict(obj, *, dict_factory=dict):
    check_instance(obj, "asdict")

    def inner(one):
        return asdict(one, dict_factory=dict_factory)

    return dict_factory([(name, plain(getattr(obj, name), inner)) for name in obj.__dataclass_fields__])


def astuple(obj, *, tuple_factory=tuple):
    check_instance(obj, "astuple")

    def inner(one):
        return astuple(one, tuple_factory=tuple_factory)

    return tuple_factory([plain(getattr(obj, name), inner) for name in obj.__dataclass_fields__])


def plain(value, inner):
    if hasattr(value, "__dataclass_fields__"):
        return inner(value)
    if isinstance(value, list):
        return [plain(item, inner) for item in value]
    if isinstance(value, tuple):
        return tuple([plain(item, inner) for item in value])
    if isinstance(value, dict):
        return {plain(key, inner): plain(item, inner) for key, item in value.items()}
    return value


def replace(obj, /, **changes):
    check_instance(obj, "replace")
    for name, one in obj.__dataclass_fields__.items():
        if not one.init and name in changes:
            kind = TypeError if __python__ >= 13 else ValueError
            raise kind(f"field {name} is declared with init=False, it cannot be specified with replace()")
        if one.init and name not in changes:
            changes[name] = getattr(obj, name)
    return type(obj)(**changes)
