# copy: shallow and deep copies.


class Error(Exception):
    pass


NOT_COPIED = ("coroutine", "coroutine_wrapper", "generator", "async_generator")


def copy(x):
    if isinstance(x, list):
        return x[:]
    if isinstance(x, dict):
        return x.copy()
    if isinstance(x, set):
        return set(x)
    if type(x).__name__ in NOT_COPIED:
        raise TypeError(f"cannot pickle '{type(x).__name__}' object")
    if isinstance(x, BaseException):
        return x.__copy__() if hasattr(type(x), "__copy__") else made_again(x, x.args, vars(x))
    if not is_object(x):
        return x
    if hasattr(type(x), "__copy__"):
        return x.__copy__()
    if hasattr(type(x), "copy"):
        return x.copy()
    made = __instance__(type(x))
    for name, value in vars(x).items():
        __setfield__(made, name, value)
    return made


def deepcopy(x, memo=None):
    return deep(x, [])


def deep(x, made_before):
    for original, made in made_before:
        if original is x:
            return made
    if isinstance(x, tuple) and type(x) is tuple:
        items = [deep(item, made_before) for item in x]
        return x if all(new is old for new, old in zip(items, x)) else tuple(items)
    if type(x) is list:
        made = []
        made_before.append((x, made))
        made.extend([deep(item, made_before) for item in x])
        return made
    if type(x) is dict:
        made = {}
        made_before.append((x, made))
        for key, value in x.items():
            made[deep(key, made_before)] = deep(value, made_before)
        return made
    if type(x) is set:
        return {deep(item, made_before) for item in x}
    if type(x).__name__ in NOT_COPIED:
        raise TypeError(f"cannot pickle '{type(x).__name__}' object")
    if isinstance(x, BaseException) and not hasattr(type(x), "__deepcopy__"):
        made = made_again(x, deep(x.args, made_before), deep(vars(x), made_before))
        made_before.append((x, made))
        return made
    if not isinstance(x, BaseException) and not is_object(x):
        return x
    if hasattr(type(x), "__deepcopy__"):
        made = x.__deepcopy__({})
        made_before.append((x, made))
        return made
    made = __instance__(type(x))
    made_before.append((x, made))
    for name, value in vars(x).items():
        __setfield__(made, name, deep(value, made_before))
    return made


# An exception is made of its arguments, and keeps its attributes (`exceptions.c`, `BaseException_reduce`).
def made_again(x, args, attributes):
    made = type(x)(*args)
    for name, value in attributes.items():
        setattr(made, name, value)
    return made


# Whether it is an object with attributes of its own, and no constant: a class, a function or a member of an enumeration.
def is_object(x):
    if isinstance(x, type) or hasattr(x, "__name__") or hasattr(type(x), "__members__"):
        return False
    try:
        vars(x)
    except TypeError:
        return False
    return True
