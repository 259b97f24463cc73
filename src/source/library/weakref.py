# weakref: what is referred to is looked for when it is asked for; the machine calls back when it is gone.


class ReferenceType:
    def __init__(self, object, callback=None):
        self.number = weak_note(object)
        self.__callback__ = callback
        if callback is not None:
            weak_call(self.number, self)

    def __call__(self):
        return weak_get(self.number)

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        mine, others = self(), other()
        if mine is None or others is None:
            return self is other
        return mine == others


ref = ReferenceType


# A method of an object that it does not hold.
class WeakMethod:
    def __init__(self, meth, callback=None):
        if not hasattr(meth, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        self._function = ref(meth.__func__)
        self._object = ReferenceType(meth.__self__, callback and (lambda gone: callback(self)))

    def __call__(self):
        thing, function = self._object(), self._function()
        return None if thing is None or function is None else getattr(thing, function.__name__)

    def __eq__(self, other):
        return isinstance(other, WeakMethod) and self._object == other._object and self._function == other._function

    def __hash__(self):
        return hash(self._function)


# Stands for an object that it does not hold.
class proxy:
    def __init__(self, object, callback=None):
        __setfield__(self, "_of", ReferenceType(object, callback and (lambda gone: callback(self))))

    def _there(self):
        found = self._of()
        if found is None:
            raise ReferenceError("weakly-referenced object no longer exists")
        return found

    def __getattr__(self, name):
        return getattr(self._there(), name)

    def __setattr__(self, name, value):
        setattr(self._there(), name, value)

    def __delattr__(self, name):
        delattr(self._there(), name)

    def __str__(self):
        return str(self._there())

    def __bool__(self):
        return bool(self._there())

    def __len__(self):
        return len(self._there())

    def __iter__(self):
        return iter(self._there())

    def __contains__(self, item):
        return item in self._there()

    def __getitem__(self, key):
        return self._there()[key]

    def __setitem__(self, key, value):
        self._there()[key] = value

    def __delitem__(self, key):
        del self._there()[key]

    def __call__(self, *args, **kwargs):
        return self._there()(*args, **kwargs)

    def __eq__(self, other):
        return self._there() == (other._there() if type(other) is proxy else other)

    __hash__ = None


# Calls a function when an object is freed, or when the interpreter leaves.
class finalize:
    infos = []
    is_shut_down = False
    is_registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize.is_registered:
            atexit.register(finalize.run_at_exit)
            finalize.is_registered = True
        self.called = (func, args, kwargs)
        self.at_exit = True
        self.reference = ref(obj, self)
        finalize.infos.append(self)

    def __call__(self, _=None):
        if self.take() and not finalize.is_shut_down:
            func, args, kwargs = self.called
            return func(*args, **kwargs)

    def take(self):
        is_there = self.alive
        finalize.infos[:] = [each for each in finalize.infos if each is not self]
        return is_there

    def peek(self):
        obj = self.reference() if self.alive else None
        if obj is not None:
            return (obj, *self.called)

    def detach(self):
        peeked = self.peek()
        if peeked is not None and self.take():
            return peeked

    @property
    def alive(self):
        return any([each is self for each in finalize.infos])

    @property
    def atexit(self):
        return self.alive and self.at_exit

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self.at_exit = bool(value)

    @classmethod
    def run_at_exit(cls):
        pending = True
        while pending:
            pending = [each for each in cls.infos if each.at_exit]
            if pending:
                pending[-1]()
        cls.is_shut_down = True


# What references refer to that lie in the first places of these rows; rows of what is gone are taken out.
def alive(rows):
    found, left = [], []
    for row, thing in zip(rows, weak_get_all([row[0].number for row in rows])):
        if thing is not None:
            found.append(thing)
            left.append(row)
    rows[:] = left
    return found


class WeakSet:
    def __init__(self, data=None):
        self.rows = []
        if data is not None:
            self.update(data)

    def __iter__(self):
        return iter(alive(self.rows))

    def __len__(self):
        return len(alive(self.rows))

    def __contains__(self, item):
        return any([item is thing or item == thing for thing in alive(self.rows)])

    def add(self, item):
        if item not in self:
            self.rows.append((ref(item),))

    def update(self, other):
        for item in other:
            self.add(item)

    def discard(self, item):
        found = alive(self.rows)
        self.rows = [row for row, thing in zip(self.rows, found) if not (thing is item or thing == item)]

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        self.discard(item)

    def clear(self):
        self.rows.clear()

    def copy(self):
        return WeakSet(self)

    def pop(self):
        found = alive(self.rows)
        if not found:
            raise KeyError("pop from empty WeakSet")
        self.discard(found[0])
        return found[0]


class WeakMapping:
    def __init__(self, other=(), /, **more):
        self.rows = []
        self.update(other, **more)

    def keys(self):
        return [key for key, _ in self.items()]

    def values(self):
        return [value for _, value in self.items()]

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.items())

    def __contains__(self, key):
        return key in self.keys()

    def get(self, key, default=None):
        for known, value in self.items():
            if known == key:
                return value
        return default

    def __getitem__(self, key):
        for known, value in self.items():
            if known == key:
                return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        if key in self:
            del self[key]
        self.rows.append(self.row(key, value))

    def __delitem__(self, key):
        for index, known in enumerate(self.keys()):
            if known == key:
                del self.rows[index]
                return
        raise KeyError(key)

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **more):
        for key, value in dict(() if other is None else other.items() if hasattr(other, "items") else other, **more).items():
            self[key] = value

    def clear(self):
        self.rows.clear()

    def copy(self):
        return type(self)(self)


class WeakValueDictionary(WeakMapping):
    def row(self, key, value):
        return (ref(value), key)

    def items(self):
        values = alive(self.rows)
        return [(row[1], value) for row, value in zip(self.rows, values)]


class WeakKeyDictionary(WeakMapping):
    def row(self, key, value):
        return (ref(key), value)

    def items(self):
        keys = alive(self.rows)
        return [(key, row[1]) for row, key in zip(self.rows, keys)]
