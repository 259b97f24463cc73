# copy: shallow and deep copies.


class Error(Exception):
    pass


NOT_COPIED = ("coroutine", "coroutine_wrapper", "generator", "async_generator")


# What is handed on as it is: what cannot change, classes and functions.
FIXED = ("NoneType", "int", "float", "bool", "str", "bytes", "tuple", "frozenset", "range", "slice", "ellipsis", "NotImplementedType", "property", "ReferenceType")


def copy(x):
    if type(x) in (list, dict, set) or type(x).__name__ == "bytearray":
        return x.copy()
    if type(x).__name__ in NOT_COPIED:
        raise TypeError(f"cannot pickle '{type(x).__name__}' object")
    if hasattr(type(x), "__copy__"):
        return x.__copy__()
    if isinstance(x, BaseException):
        return made_again(x, x.args, vars(x))
    if not is_object(x):
        return x
    if has_own_copy(type(x)):
        return x.copy()
    return rebuilt(x, None, lambda value: value)


def deepcopy(x, memo=None):
    return deep(x, {} if memo is None else memo)


# The memo knows each original by its id, and holds it, so that no other gets that (`copy.py`, `_keep_alive`).
def deep(x, memo):
    if id(x) in memo:
        return memo[id(x)]
    made = made_deep(x, memo)
    if made is not x:
        remember(x, made, memo)
    return made


def remember(x, made, memo):
    memo[id(x)] = made
    memo.setdefault(id(memo), []).append(x)


def made_deep(x, memo):
    kind = type(x)
    if kind is tuple:
        items = [deep(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        return x if all(new is old for new, old in zip(items, x)) else tuple(items)
    if kind is list:
        made = []
        remember(x, made, memo)
        for item in x:
            made.append(deep(item, memo))
        return made
    if kind is dict:
        made = {}
        remember(x, made, memo)
        for key, value in x.items():
            made[deep(key, memo)] = deep(value, memo)
        return made
    if kind is set:
        return {deep(item, memo) for item in x}
    if kind is slice:
        return slice(deep(x.start, memo), deep(x.stop, memo), deep(x.step, memo))
    if kind is frozenset:
        return frozenset([deep(item, memo) for item in x])
    if kind.__name__ == "bytearray":
        return x.copy()
    if kind.__name__ in NOT_COPIED:
        raise TypeError(f"cannot pickle '{kind.__name__}' object")
    if hasattr(kind, "__deepcopy__"):
        return x.__deepcopy__(memo)
    if isinstance(x, BaseException):
        return made_again(x, deep(x.args, memo), deep(vars(x), memo))
    if not is_object(x):
        return x
    return rebuilt(x, memo, lambda value: deep(value, memo))


# Whether it is the library that says what a copy is, and no class of the program.
def has_own_copy(kind):
    for each in kind.__mro__:
        if "copy" in getattr(each, "__dict__", ()):
            return each.__module__ not in ("__main__", "builtins")
    return False


# An object of the same class with the same attributes, or as `__reduce__` says (`copy.py`, `_reconstruct`).
def rebuilt(x, memo, copied):
    kind = type(x)
    if hasattr(kind, "__reduce__"):
        function, args, *rest = x.__reduce__()
        made = function(*[copied(each) for each in args])
        state = rest[0] if rest else None
    else:
        made = __instance__(kind)
        state = x.__getstate__() if hasattr(kind, "__getstate__") else attributes_of(x)
    if memo is not None:
        remember(x, made, memo)
    if state is None:
        return made
    state = copied(state) if memo is not None else state
    if hasattr(kind, "__setstate__"):
        made.__setstate__(state)
        return made
    for name, value in state.items():
        if name == "_held" and memo is None:
            value = copy(value)
        __setfield__(made, name, value)
    return made


# Another of the same class with other fields (`copy.py`, `replace`).
def replace(obj, /, **changes):
    cls = type(obj)
    if hasattr(cls, "__replace__"):
        return cls.__replace__(obj, **changes)
    if hasattr(cls, "_replace") and hasattr(cls, "_fields"):
        return obj._replace(**changes)
    if hasattr(cls, "__dataclass_fields__"):
        given = dict(changes)
        for name, one in cls.__dataclass_fields__.items():
            if not one.init and name in changes:
                raise TypeError(f"field {name} is declared with init=False, it cannot be specified with replace()")
            if one.init and name not in changes:
                given[name] = getattr(obj, name)
        return cls(**given)
    if cls.__name__ == "SimpleNamespace":
        return cls(**{**vars(obj), **changes})
    raise TypeError(f"replace() does not support {cls.__name__} objects")


# What it has, those included that have a slot.
def attributes_of(x):
    found = {name: getattr(x, name) for name in getattr(type(x), "__hidden__", ()) if hasattr(x, name)}
    for kind in reversed(type(x).__mro__):
        slots = getattr(kind, "__dict__", {}).get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                found[name] = getattr(x, name)
    try:
        found.update(vars(x))
    except TypeError:
        pass
    return found


# An exception is made of its arguments, and keeps its attributes (`exceptions.c`, `BaseException_reduce`).
def made_again(x, args, attributes):
    made = type(x)(*args)
    for name, value in attributes.items():
        setattr(made, name, value)
    return made


# Whether it is an object with attributes of its own, and no constant: a class, a function or a member of an enumeration.
def is_object(x):
    kind = type(x)
    if isinstance(x, type) or kind.__name__ in FIXED and kind.__module__ == "builtins":
        return False
    if hasattr(kind, "__members__") or type(x).__name__ in ("function", "builtin_function_or_method", "method"):
        return False
    try:
        vars(x)
    except TypeError:
        return hasattr(kind, "__slots__")
    return True
