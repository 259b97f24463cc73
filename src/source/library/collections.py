# collections, in terms of lists and dicts.


class deque:
    __type_name__ = "collections.deque"
    __hidden__ = ("_items", "_changes", "maxlen")
    __is_sequence__ = __is_mutable_sequence__ = True

    __hash__ = None

    def __new__(cls, *args, **keywords):
        made = __instance__(cls)
        __setfield__(made, "_items", [])
        __setfield__(made, "_changes", 0)
        __setfield__(made, "maxlen", None)
        return made

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and not isinstance(maxlen, int):
            raise TypeError("an integer is required")
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = []
        self._changes = 0
        self.maxlen = maxlen
        deque.extend(self, iterable)

    def append(self, item):
        self._changes += 1
        self._items.append(item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop(0)

    def appendleft(self, item):
        self._changes += 1
        self._items.insert(0, item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop()

    def extend(self, iterable):
        for item in list(iterable):
            deque.append(self, item)

    def extendleft(self, iterable):
        for item in list(iterable):
            deque.appendleft(self, item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop(0)

    def clear(self):
        self._changes += 1
        self._items.clear()

    # Another of its class.
    def _like(self, items):
        return type(self)(items) if self.maxlen is None else type(self)(items, self.maxlen)

    def copy(self):
        return self._like(self._items)

    def count(self, value):
        return self._items.count(value)

    def index(self, value, start=0, stop=None):
        items = self._items
        for place in range(start, len(items) if stop is None else min(stop, len(items))):
            if items[place] is value or items[place] == value:
                return place
        raise ValueError(f"{value!r} is not in deque")

    def insert(self, index, value):
        if self.maxlen is not None and len(self._items) >= self.maxlen:
            raise IndexError("deque already at its maximum size")
        self._changes += 1
        self._items.insert(index, value)

    def remove(self, value):
        if value not in self._items:
            raise ValueError(f"{value!r} is not in deque")
        self._changes += 1
        self._items.remove(value)

    def reverse(self):
        self._items.reverse()

    def __mul__(self, times):
        return self._like(self._items * times)

    def __rmul__(self, times):
        return self._like(self._items * times)

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, deque) else NotImplemented

    def rotate(self, n=1):
        items = self._items
        if items:
            self._changes += 1
            n %= len(items)
            self._items = items[-n:] + items[:-n] if n else items

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return len(self._items) > 0

    def __iter__(self):
        return watched_iterator(self._items, self)

    def __contains__(self, value):
        return value in self._items

    def __reversed__(self):
        return reversed(self._items)

    def _place(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        index = index.__index__()
        if not -len(self._items) <= index < len(self._items):
            raise IndexError("deque index out of range")
        return index

    def __getitem__(self, index):
        if isinstance(index, int) and -len(self._items) <= index < len(self._items):
            return self._items[index]
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        self._items[self._place(index)] = value

    def __delitem__(self, index):
        index = self._place(index)
        self._changes += 1
        del self._items[index]

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        deque.extend(self, other)
        return self

    def __imul__(self, times):
        items = self._items * times
        self._items = items if self.maxlen is None else items[max(len(items) - self.maxlen, 0) :]
        self._changes += 1
        return self

    def __repr__(self):
        bound = "" if self.maxlen is None else f", maxlen={self.maxlen}"
        return write_once(self, lambda: f"{type(self).__name__}({self._items!r}{bound})", "[...]")


class BelowMapping:
    __hash__ = None
    __stands_for__ = dict
    __hidden__ = ("_dict", "default_factory")
    __is_mapping__ = __is_mutable_mapping__ = True

    def __new__(cls, *args, **keywords):
        made = __instance__(cls)
        __setfield__(made, "_dict", {})
        return made

    def __init__(self, *args, **keywords):
        self.update(*args, **keywords)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def update(self, *args, **keywords):
        for other in (*args, keywords):
            pairs = [(key, other[key]) for key in other.keys()] if hasattr(other, "keys") else other
            for pair in pairs:
                # What is no pair is refused as what cannot be gone through (`_collections_abc.py`, `MutableMapping.update`).
                key, value = iter(pair)
                self[key] = value

    def __getitem__(self, key):
        if key in self._dict or not hasattr(type(self), "__missing__"):
            return self._dict[key]
        return self.__missing__(key)

    def __setitem__(self, key, value):
        self._dict[key] = value

    def __delitem__(self, key):
        del self._dict[key]

    def __contains__(self, key):
        return key in self._dict

    def __len__(self):
        return len(self._dict)

    def __bool__(self):
        return len(self._dict) > 0

    def __iter__(self):
        return iter(self._dict)

    def __reversed__(self):
        return reversed(self._dict)

    def __eq__(self, other):
        if isinstance(other, BelowMapping):
            return self._dict == other._dict
        return self._dict == other if isinstance(other, dict) else NotImplemented

    # Another of the same kind that holds this.
    def _with(self, held):
        return type(self)(held)

    def copy(self):
        return self._with(self)

    def __or__(self, other):
        return merged(self._with(self), other)

    def __ror__(self, other):
        return merged(self._with(other), self) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self

    def keys(self):
        return self._dict.keys()

    def values(self):
        return self._dict.values()

    def items(self):
        return self._dict.items()

    def get(self, key, default=None):
        return self._dict.get(key, default)

    def pop(self, key, *default):
        return self._dict.pop(key, *default)

    def popitem(self):
        return self._dict.popitem()

    def setdefault(self, key, default=None):
        return self._dict.setdefault(key, default)

    def clear(self):
        self._dict.clear()


def merged(mapping, other):
    if not isinstance(other, dict):
        return NotImplemented
    mapping.update(other)
    return mapping


class defaultdict(BelowMapping):
    __type_name__ = "collections.defaultdict"

    def __init__(self, default_factory=None, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        self._dict.update(*args, **keywords)

    def update(self, *args, **keywords):
        self._dict.update(*args, **keywords)

    def __getitem__(self, key):
        if key in self._dict:
            return self._dict[key]
        return self.__missing__(key)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self._dict[key] = value
        return value

    def _with(self, held):
        return type(self)(self.default_factory, held)

    def __repr__(self):
        factory = write_once(self, lambda: repr(self.default_factory))
        return f"{type(self).__name__}({factory}, {self._dict!r})"


class OrderedDict(BelowMapping):
    __type_name__ = "collections.OrderedDict"

    # The order counts between two of these.
    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self._dict.items()) == list(other._dict.items())
        return super().__eq__(other)

    def keys(self):
        return view_of_ordered(self._dict.keys())

    def values(self):
        return view_of_ordered(self._dict.values())

    def items(self):
        return view_of_ordered(self._dict.items())

    def move_to_end(self, key, last=True):
        value = self._dict.pop(key)
        if last:
            self._dict[key] = value
        else:
            self._dict = {key: value, **self._dict}

    def popitem(self, last=True):
        if not self._dict:
            raise KeyError("dictionary is empty")
        if last:
            return self._dict.popitem()
        for key in self._dict:
            break
        return key, self._dict.pop(key)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def __repr__(self):
        if not self._dict:
            return f"{type(self).__name__}()"
        if __python__ < 12:
            return write_once(self, lambda: f"{type(self).__name__}({list(self._dict.items())!r})")
        return write_once(self, lambda: f"{type(self).__name__}({self._dict!r})")


class Counter(BelowMapping):
    def _count(self, found, sign):
        pairs = found.items() if isinstance(found, dict) else [(key, 1) for key in found]
        for key, count in pairs:
            self._dict[key] = self._dict.get(key, 0) + sign * count

    def update(self, iterable=(), /, **keywords):
        self._count(iterable or (), 1)
        self._count(keywords, 1)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def subtract(self, iterable=(), /, **keywords):
        self._count(iterable or (), -1)
        self._count(keywords, -1)

    def __getitem__(self, key):
        found = self._dict.get(key, self)
        return self.__missing__(key) if found is self else found

    def __missing__(self, key):
        return 0

    def __delitem__(self, key):
        self._dict.pop(key, None)

    def most_common(self, n=None):
        found = sorted(self._dict.items(), key=lambda item: item[1], reverse=True)
        return found if n is None else found[:n]

    def elements(self):
        for key, count in self._dict.items():
            for _ in range(count):
                yield key

    def total(self):
        return sum(self._dict.values())

    def positive(self, counts):
        result = Counter()
        for key, count in counts:
            if count > 0:
                result._dict[key] = count
        return result

    def both(self, other):
        return list(self._dict) + [key for key in other.keys() if key not in self._dict]

    # What is not there counts as nothing.
    def __eq__(self, other):
        if isinstance(other, Counter):
            return all([self[key] == other[key] for key in self.both(other)])
        return super().__eq__(other)

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] <= other[key] for key in self.both(other)])

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return other <= self if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return other < self if isinstance(other, Counter) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self.positive([(key, self[key] + other[key]) for key in self.both(other)])

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self.positive([(key, self[key] - other[key]) for key in self.both(other)])

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return self._keep_positive()

    def __iand__(self, other):
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return self._keep_positive()

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __pos__(self):
        return self.positive(list(self._dict.items()))

    def __neg__(self):
        return self.positive([(key, -count) for key, count in self._dict.items()])

    # Of a dict and counts there comes a dict.
    def __ror__(self, other):
        return {**other, **self} if isinstance(other, dict) else NotImplemented

    def __or__(self, other):
        if not isinstance(other, Counter):
            return {**self, **other} if isinstance(other, dict) else NotImplemented
        return self.positive([(key, max(self[key], other[key])) for key in self.both(other)])

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self.positive([(key, min(self[key], other[key])) for key in self._dict])

    def __repr__(self):
        if not self._dict:
            return f"{type(self).__name__}()"
        try:
            counts = dict(self.most_common())
        except TypeError:
            counts = dict(self)
        return f"{type(self).__name__}({counts!r})"


class NamedTuple:
    __stands_for__ = tuple

    @staticmethod
    def __below__():
        return NamedTuple

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "__eq__" in cls.__dict__ or "__hash__" in cls.__dict__:
            cls.__hashed_fields__ = None

    def __init__(self, *args, **keywords):
        names = self._fields
        kind = type(self).__name__
        if len(args) > len(names):
            least, most = len(names) - len(self._field_defaults) + 1, len(names) + 1
            count = f"{most}" if least == most else f"from {least} to {most}"
            noun = "argument" if count == "1" else "arguments"
            raise TypeError(f"{kind}.__new__() takes {count} positional {noun} but {len(args) + 1} were given")
        given = dict(zip(names, args))
        for key, value in keywords.items():
            if key in given:
                raise TypeError(f"{kind}.__new__() got multiple values for argument '{key}'")
            if key not in names:
                raise TypeError(f"{kind}.__new__() got an unexpected keyword argument '{key}'")
            given[key] = value
        missing = []
        for name in names:
            if name in given:
                __setfield__(self, name, given[name])
            elif name in self._field_defaults:
                __setfield__(self, name, self._field_defaults[name])
            else:
                missing.append(f"'{name}'")
        if missing:
            plural = "" if len(missing) == 1 else "s"
            listed = ", ".join(missing[:-1]) + ("," if len(missing) > 2 else "") + " and " if len(missing) > 1 else ""
            raise TypeError(
                f"{kind}.__new__() missing {len(missing)} required positional argument{plural}: {listed}{missing[-1]}"
            )

    def __setattr__(self, name, value):
        if name in self._fields:
            raise AttributeError("can't set attribute")
        kind = type(self)
        # A class below it that says nothing of slots has room for more.
        has_room = False
        for cls in kind.__mro__:
            if "_fields" in cls.__dict__:
                break
            has_room = has_room or "__slots__" not in cls.__dict__
        if has_room or isinstance(getattr(kind, name, None), property):
            object.__setattr__(self, name, value)
        elif hasattr(kind, name):
            raise AttributeError(f"'{kind.__name__}' object attribute '{name}' is read-only")
        else:
            why = " and no __dict__ for setting new attributes" if is_since(13) else ""
            raise AttributeError(f"'{kind.__name__}' object has no attribute '{name}'{why}")

    def _values(self):
        return tuple([getattr(self, name) for name in self._fields])

    def _asdict(self):
        return dict(zip(self._fields, self._values()))

    def _replace(self, **changes):
        unknown = [name for name in changes if name not in self._fields]
        if unknown:
            kind = TypeError if __python__ >= 13 else ValueError
            raise kind(f"Got unexpected field names: {unknown!r}")
        return type(self)(**{**self._asdict(), **changes})

    def count(self, value):
        return self._values().count(value)

    def index(self, value):
        return self._values().index(value)

    def __iter__(self):
        return iter(self._values())

    def __len__(self):
        return len(self._fields)

    def __bool__(self):
        return len(self._fields) > 0

    def __contains__(self, value):
        return value in self._values()

    def __getitem__(self, index):
        return self._values()[index]

    def __add__(self, other):
        return self._values() + tuple(other)

    def __eq__(self, other):
        return self._values() == (other._values() if isinstance(other, NamedTuple) else other)

    def __lt__(self, other):
        return self._values() < tuple(other)

    def __le__(self, other):
        return self._values() <= tuple(other)

    def __gt__(self, other):
        return self._values() > tuple(other)

    def __ge__(self, other):
        return self._values() >= tuple(other)

    def __hash__(self):
        return hash(self._values())

    def __repr__(self):
        parts = [f"{name}={getattr(self, name)!r}" for name in self._fields]
        return f"{type(self).__name__}({', '.join(parts)})"


# typing.NamedTuple: the fields are the names with annotations.
class TypedNamedTuple(NamedTuple):
    def __init_subclass__(cls):
        if hasattr(cls, "_fields"):
            return super().__init_subclass__()
        names = tuple(cls.__annotations__)
        cls._field_defaults = {name: getattr(cls, name) for name in names if name in cls.__dict__}
        cls._fields = names
        cls.__match_args__ = names
        cls.__hashed_fields__ = names
        super().__init_subclass__()

    @classmethod
    def _make(cls, iterable):
        return cls(*iterable)


KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in "
    "is lambda nonlocal not or pass raise return try while with yield"
).split()


def problem_of_name(name):
    if not name.isidentifier():
        return "must be valid identifiers"
    return "cannot be a keyword" if name in KEYWORDS else None


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    if rename:
        for index, name in enumerate(names):
            if problem_of_name(name) is not None or name.startswith("_") or name in names[:index]:
                names[index] = f"_{index}"
    for name in [typename, *names]:
        if problem_of_name(name) is not None:
            raise ValueError(f"Type names and field names {problem_of_name(name)}: {name!r}")
    for index, name in enumerate(names):
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in names[:index]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    names = tuple(names)
    values = tuple(defaults or ())
    if len(values) > len(names):
        raise TypeError("Got more default values than field names")

    class Made(NamedTuple):
        __doc__ = f"{typename}({', '.join(names)})"
        _fields = __match_args__ = names
        __hashed_fields__ = names
        _field_defaults = dict(zip(names[len(names) - len(values) :], values))

        @classmethod
        def _make(cls, iterable):
            items = tuple(iterable)
            if len(items) != len(names):
                raise TypeError(f"Expected {len(names)} arguments, got {len(items)}")
            return cls(*items)

    Made.__name__ = typename
    Made.__qualname__ = typename
    return Made
