# What the patterns of `match` ask of their subject: its parts, or None where it is something else.

SELVES = (bool, dict, float, frozenset, int, list, set, str, tuple)


def __match_sequence__(subject, count, star):
    if not is_sequence(subject):
        return None
    size = len(subject)
    if star < 0:
        return list(subject) if size == count else None
    if size < count - 1:
        return None
    items = list(subject)
    behind = size - (count - 1 - star)
    return items[:star] + [items[star:behind]] + items[behind:]


def is_sequence(subject):
    if isinstance(subject, (list, tuple, range)):
        return True
    return any([cls.__name__ in ("deque", "Sequence", "MutableSequence") for cls in classes_of(subject)])


def classes_of(subject):
    return getattr(type(subject), "__mro__", ())


def __match_mapping__(subject, keys):
    if not isinstance(subject, dict):
        if not any([cls.__name__ in ("Mapping", "MutableMapping", "UserDict") for cls in classes_of(subject)]):
            return None
    parts = []
    for key in keys:
        if key not in subject:
            return None
        parts.append(subject.get(key))
    parts.append({key: subject[key] for key in subject if key not in keys})
    return parts


def __match_class__(subject, cls, count, names):
    if not isinstance(subject, cls):
        return None
    parts = []
    if count:
        order = getattr(cls, "__match_args__", None)
        if order is None and any([issubclass(cls, known) for known in SELVES]):
            if count > 1:
                raise TypeError(f"{cls.__name__}() accepts 1 positional sub-pattern ({count} given)")
            parts.append(subject)
        else:
            order = order or ()
            if len(order) < count:
                plural = "" if len(order) == 1 else "s"
                raise TypeError(
                    f"{cls.__name__}() accepts {len(order)} positional sub-pattern{plural} ({count} given)"
                )
            names = list(order[:count]) + names
    for name in names:
        if not hasattr(subject, name):
            return None
        parts.append(getattr(subject, name))
    return parts
