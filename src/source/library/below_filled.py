# Classes below lists, dicts and sets.


class BelowList(BelowIndexed, BelowOrdered, BelowFilled):
    __stands_for__ = __alike__ = list
    __is_sequence__ = __is_mutable_sequence__ = True

    @staticmethod
    def __below__():
        return BelowList

    def __new__(cls, *args, **kwargs):
        return made(cls, [])

    def __init__(self, iterable=()):
        self._held.clear()
        self._held.extend(iterable)

    def __setitem__(self, index, value):
        self._held[index] = value

    def __delitem__(self, index):
        del self._held[index]

    def __iadd__(self, other):
        self._held.extend(other)
        return self

    def __imul__(self, other):
        self._held *= other
        return self

    def append(self, object):
        return self._held.append(object)

    def extend(self, iterable):
        return self._held.extend(iterable)

    def insert(self, index, object):
        return self._held.insert(index, object)

    def pop(self, *index):
        return self._held.pop(*index)

    def remove(self, value):
        return self._held.remove(value)

    def clear(self):
        return self._held.clear()

    def index(self, value, *bounds):
        return self._held.index(value, *bounds)

    def count(self, value):
        return self._held.count(value)

    def sort(self, *, key=None, reverse=False):
        return self._held.sort(key=key, reverse=reverse)

    def reverse(self):
        return self._held.reverse()

    def copy(self):
        return self._held.copy()


class BelowDict(BelowSequence, BelowFilled):
    __stands_for__ = __alike__ = dict
    __is_mapping__ = __is_mutable_mapping__ = True

    @staticmethod
    def __below__():
        return BelowDict

    def __new__(cls, *args, **kwargs):
        return made(cls, {})

    def __init__(self, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f"dict expected at most 1 argument, got {len(args)}")
        self._held.update(*[plain(arg) for arg in args], **kwargs)

    def __getitem__(self, key):
        if key in self._held or not hasattr(type(self), "__missing__"):
            return self._held[key]
        return self.__missing__(key)

    def __setitem__(self, key, value):
        self._held[key] = value

    def __delitem__(self, key):
        del self._held[key]

    def __contains__(self, key):
        return key in self._held

    def __reversed__(self):
        return reversed(self._held)

    def __or__(self, other):
        return self._held | plain(other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return plain(other) | self._held if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self._held.update(plain(other))
        return self

    def update(self, *args, **kwargs):
        self._held.update(*[plain(arg) for arg in args], **kwargs)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new

    def keys(self):
        return self._held.keys()

    def values(self):
        return self._held.values()

    def items(self):
        return self._held.items()

    def get(self, key, default=None):
        return self._held.get(key, default)

    def setdefault(self, key, default=None):
        return self._held.setdefault(key, default)

    def pop(self, key, *default):
        return self._held.pop(key, *default)

    def popitem(self):
        return self._held.popitem()

    def clear(self):
        return self._held.clear()

    def copy(self):
        return self._held.copy()


class BelowAnySet(BelowBits, BelowSequence, BelowOrdered):
    __alike__ = __bits__ = (set, frozenset)
    __is_set__ = True

    def __repr__(self):
        name = type(self).__name__
        if not self._held:
            return f"{name}()"
        return write_once(self, lambda: f"{name}({{{', '.join(map(repr, self._held))}}})", f"{name}(...)")

    def __sub__(self, other):
        return self._held - plain(other) if isinstance(other, self.__bits__) else NotImplemented

    def __rsub__(self, other):
        return plain(other) - self._held if isinstance(other, self.__bits__) else NotImplemented

    def copy(self):
        return self._held.copy()

    def union(self, *others):
        return self._held.union(*[plain(other) for other in others])

    def intersection(self, *others):
        return self._held.intersection(*[plain(other) for other in others])

    def difference(self, *others):
        return self._held.difference(*[plain(other) for other in others])

    def symmetric_difference(self, other):
        return self._held.symmetric_difference(plain(other))

    def issubset(self, other):
        return self._held.issubset(plain(other))

    def issuperset(self, other):
        return self._held.issuperset(plain(other))

    def isdisjoint(self, other):
        return self._held.isdisjoint(plain(other))


class BelowFrozenSet(BelowAnySet, BelowFixed):
    __stands_for__ = frozenset

    @staticmethod
    def __below__():
        return BelowFrozenSet

    def __new__(cls, *args, **keywords):
        refuse_keywords(cls, keywords)
        if len(args) > 1:
            raise TypeError(f"{cls.__name__} expected at most 1 argument, got {len(args)}")
        return made(cls, frozenset(*[plain(arg) for arg in args]))


class BelowSet(BelowAnySet, BelowFilled):
    __stands_for__ = set
    __is_mutable_set__ = True

    @staticmethod
    def __below__():
        return BelowSet

    def __new__(cls, *args, **kwargs):
        return made(cls, set())

    def __init__(self, *args):
        if len(args) > 1:
            raise TypeError(f"{type(self).__name__} expected at most 1 argument, got {len(args)}")
        self._held.clear()
        self._held.update(*args)

    def __ior__(self, other):
        if not isinstance(other, self.__bits__):
            return NotImplemented
        self._held |= plain(other)
        return self

    def __iand__(self, other):
        if not isinstance(other, self.__bits__):
            return NotImplemented
        self._held &= plain(other)
        return self

    def __isub__(self, other):
        if not isinstance(other, self.__bits__):
            return NotImplemented
        self._held -= plain(other)
        return self

    def __ixor__(self, other):
        if not isinstance(other, self.__bits__):
            return NotImplemented
        self._held ^= plain(other)
        return self

    def add(self, elem):
        return self._held.add(elem)

    def discard(self, elem):
        return self._held.discard(elem)

    def remove(self, elem):
        return self._held.remove(elem)

    def pop(self):
        return self._held.pop()

    def clear(self):
        return self._held.clear()

    def update(self, *others):
        return self._held.update(*[plain(other) for other in others])

    def intersection_update(self, *others):
        return self._held.intersection_update(*[plain(other) for other in others])

    def difference_update(self, *others):
        return self._held.difference_update(*[plain(other) for other in others])

    def symmetric_difference_update(self, other):
        return self._held.symmetric_difference_update(plain(other))
