# weakref: what is referred to is looked for when it is asked for.


class ReferenceType:
    def __init__(self, object, callback=None):
        if callback is not None:
            raise NotImplementedError("kitchen-sim calls nothing when what a weak reference refers to is gone")
        self.number = weak_note(object)

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


def alive(references):
    found = []
    for reference in list(references):
        thing = reference()
        if thing is None:
            references.remove(reference)
        else:
            found.append(thing)
    return found


class WeakSet:
    def __init__(self, data=None):
        self.references = []
        if data is not None:
            self.update(data)

    def __iter__(self):
        return iter(alive(self.references))

    def __len__(self):
        return len(alive(self.references))

    def __contains__(self, item):
        return any([item is thing or item == thing for thing in alive(self.references)])

    def add(self, item):
        if item not in self:
            self.references.append(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def discard(self, item):
        for reference in list(self.references):
            thing = reference()
            if thing is item or thing == item:
                self.references.remove(reference)

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        self.discard(item)

    def clear(self):
        self.references.clear()

    def pop(self):
        found = alive(self.references)
        if not found:
            raise KeyError("pop from empty WeakSet")
        self.discard(found[0])
        return found[0]


class WeakMapping:
    def __init__(self, other=None):
        self.pairs = []
        if other is not None:
            for key, value in other.items():
                self[key] = value

    def items(self):
        found = []
        for pair in list(self.pairs):
            key, value = self.opened(pair)
            if key is None or value is None:
                self.pairs.remove(pair)
            else:
                found.append((key, value))
        return found

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
        self.pairs.append(self.closed(key, value))

    def __delitem__(self, key):
        for pair in list(self.pairs):
            known, _ = self.opened(pair)
            if known == key:
                self.pairs.remove(pair)
                return
        raise KeyError(key)

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value


class WeakValueDictionary(WeakMapping):
    def closed(self, key, value):
        return (key, ref(value))

    def opened(self, pair):
        return pair[0], pair[1]()


class WeakKeyDictionary(WeakMapping):
    def closed(self, key, value):
        return (ref(key), (value,))

    def opened(self, pair):
        return pair[0](), pair[1]

    def items(self):
        return [(key, boxed[0]) for key, boxed in WeakMapping.items(self)]
