"""Containers below the classes of collections.abc, what these make of them, and which of them a value is."""

import inspect
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Collection, Hashable, KeysView, Mapping, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set


class Registry(MutableMapping):
    def __init__(self, *given, **named):
        self.data = {}
        self.update(*given, **named)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        print("set", key)
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


class Row(Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)


class Stack(MutableSequence):
    def __init__(self):
        self.held = []

    def __getitem__(self, index):
        return self.held[index]

    def __setitem__(self, index, value):
        self.held[index] = value

    def __delitem__(self, index):
        del self.held[index]

    def __len__(self):
        return len(self.held)

    def insert(self, index, value):
        self.held.insert(index, value)


class Bag(MutableSet):
    def __init__(self, items=()):
        self.held = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.held

    def __iter__(self):
        return iter(self.held)

    def __len__(self):
        return len(self.held)

    def add(self, item):
        if item not in self.held:
            self.held.append(item)

    def discard(self, item):
        if item in self.held:
            self.held.remove(item)


class Partial(Mapping):
    def __len__(self):
        return 0


class Bounded(OrderedDict):
    def __missing__(self, key):
        return f"no {key}"


class Service:
    limit = 1

    def run(self):
        pass

    async def serve(self):
        pass


def refused(call, *given):
    try:
        call(*given)
    except (LookupError, TypeError, ValueError) as error:
        print(repr(error))


registry = Registry({"a": 1}, b=2)
print(registry.get("a"), registry.get("z"), registry.setdefault("c", 3), "a" in registry, "z" in registry, {**registry})
print(list(registry.keys()), list(registry.items()), list(registry.values()), registry == {"a": 1, "b": 2, "c": 3})
print(registry.pop("a"), registry.pop("z", None), registry.popitem(), len(registry), [*registry], bool(registry))
refused(registry.pop, "z")
registry.update([("x", 1)], y=2)
print(sorted(registry.keys() & {"x", "q"}), sorted(registry.keys() | {"q"}), ("x", 1) in registry.items(), 2 in registry.values())
print(isinstance(registry.keys(), KeysView), len(registry.items()))
registry.clear()
print(len(registry))
row = Row(1, 2, 3, 2)
print(list(row), list(reversed(row)), row.index(2), row.count(2), 3 in row, 9 in row, row[1:3])
refused(row.index, 9)
stack = Stack()
stack.append(1)
stack.extend([2, 3])
stack += [4]
stack.reverse()
stack.remove(2)
print(list(stack), stack.pop(), stack.pop(0), len(stack))
bag, other = Bag("abc"), Bag("bcd")
print(list(bag & other), list(bag | other), list(bag - other), list(bag ^ other), bag <= other, bag.isdisjoint(other))
print(bag == Bag("cba"), Bag("a") < bag, bag > Bag("a"), bag >= other)
bag |= other
bag -= {"a"}
bag.remove("b")
print(bag.pop(), list(bag))
refused(bag.remove, "zz")
try:
    Partial()
except TypeError as error:
    print("__getitem__" in str(error), "__iter__" in str(error), "__len__" in str(error))
asked = (Mapping, MutableMapping, Sequence, MutableSequence, Set, MutableSet, Collection, Hashable, Reversible)
for value in ({}, [], (), frozenset(), "", 3, OrderedDict(), defaultdict(int), Counter(), registry, row, stack, bag, range(3), {}.keys()):
    print(type(value).__name__, [kind.__name__ for kind in asked if isinstance(value, kind)])
print(Bounded(a=1)["a"], Bounded()["b"])
print(inspect.getmembers(Service, inspect.isfunction)[0][0], [name for name, _ in inspect.getmembers(Service()) if name[0] != "_"])
print([name for name, _ in inspect.getmembers(Service(), inspect.iscoroutinefunction)])
