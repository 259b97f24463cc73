"""Operations that go through items and ask each of them: what is asked, in which order, and what comes of it."""

import asyncio

LOG = []


class Dish:
    """Says what it is asked."""

    def __init__(self, name, weight, code=None):
        self.name = name
        self.weight = weight
        self.code = weight if code is None else code

    def __repr__(self):
        LOG.append(f"repr {self.name}")
        return f"<{self.name}>"

    def __str__(self):
        LOG.append(f"str {self.name}")
        return self.name

    def __hash__(self):
        LOG.append(f"hash {self.name}")
        return self.code

    def __eq__(self, other):
        LOG.append(f"{self.name} == {getattr(other, 'name', other)!s}")
        return isinstance(other, Dish) and self.name == other.name

    def __lt__(self, other):
        LOG.append(f"{self.name} < {other.name}")
        return self.weight < other.weight

    def __gt__(self, other):
        LOG.append(f"{self.name} > {other.name}")
        return self.weight > other.weight

    def __add__(self, other):
        LOG.append(f"{self.name} + {getattr(other, 'name', other)!s}")
        return self.weight + getattr(other, "weight", other)

    def __radd__(self, other):
        LOG.append(f"{other!s} + {self.name}")
        return other + self.weight

    def __bool__(self):
        LOG.append(f"bool {self.name}")
        return self.weight > 1


class Heavy(Dish):
    """Weighs a float."""


class Picky(Dish):
    """Fails where it is asked something."""

    def _fail(self, *_):
        LOG.append(f"{self.name} fails")
        raise ValueError(self.name)

    __hash__ = __eq__ = __lt__ = __gt__ = __radd__ = __bool__ = __repr__ = __str__ = _fail


def show(what, operation, is_quiet=False):
    """Does it, and shows what was asked meanwhile."""
    LOG.clear()
    try:
        result = operation()
    except Exception as error:
        result = f"{type(error).__name__}: {error.args[0] if error.args else ''}"
    asked = "; ".join(LOG)
    if isinstance(result, (list, tuple, set, frozenset)):
        result = [getattr(item, "name", item) for item in result]
    elif isinstance(result, dict):
        result = [(getattr(key, "name", key), getattr(value, "name", value)) for key, value in result.items()]
    elif isinstance(result, Dish):
        result = result.name
    print(f"{what}: {result}")
    if not is_quiet:
        print(f"    {asked}")


def made(names, code=None):
    return [Dish(name, index + 1, code) for index, name in enumerate(names)]


def extremes():
    few = made(["soup", "stew", "cake", "roast"])
    show("max", lambda: max(few))
    show("min", lambda: min(few))
    show("max backwards", lambda: max(reversed(few)))
    show("max of a generator", lambda: max(dish for dish in few))
    show("max of arguments", lambda: max(*few))
    show("max by text", lambda: max(few, key=str))
    show("sorted by text", lambda: sorted(few, key=str))
    show("sorted by repr, backwards", lambda: sorted(few, key=repr, reverse=True))
    show("sorted by themselves", lambda: sorted(few, reverse=True))
    show("sorted pairs", lambda: [b.name for _, b in sorted([(few[1], few[0]), (few[0], few[1]), (few[1], few[3])])])
    show("min with one that fails", lambda: min([*few, Picky("bad", 0), *few]))


def sums():
    few = made(["soup", "stew", "cake"])
    show("sum", lambda: sum(few))
    show("sum from a float", lambda: sum([0.1, *few, 0.2, 0.3, few[0], 1e100, 1.0, -1e100, few[1]], 0.5))
    show("sum of lists", lambda: sum([[few[0]], [few[1]], [few[2]]], []))
    show(
        "sum of floats behind one",
        lambda: sum([1, Heavy("pot", 0.1), 0.2, 0.3, 1e100, 1.0, -1e100, few[0], 0.7, few[1]]),
    )
    show("sum that fails", lambda: sum([few[0], few[1], Picky("bad", 0), few[2]]))
    show("sum of a generator", lambda: sum(dish for dish in few))


def membership():
    few = made(["soup", "stew", "cake", "roast"])
    twin = Dish("cake", 9)
    show("in", lambda: twin in few)
    show("in a tuple", lambda: twin in tuple(few))
    show("not in", lambda: Dish("nothing", 0) in few)
    show("index", lambda: few.index(twin))
    show("index from", lambda: few.index(twin, 1))
    show("index of nothing", lambda: few.index(Dish("nothing", 0), 1, 3))
    show("count", lambda: [*few, twin, *few].count(twin))
    show("remove", lambda: [list.remove(copy := list(few), twin), copy][1])
    show("nested", lambda: [twin, [twin]] in [[few[0]], [few[2], few[0]], [few[2], [few[2]]]])
    show("values", lambda: twin in dict(enumerate(few)).values())
    show("items", lambda: (2, twin) in dict(enumerate(few)).items())
    show("in a list with one that fails", lambda: twin in [few[0], Picky("bad", 0), few[2]])


def equality():
    few, again = made(["soup", "stew", "cake"]), made(["soup", "stew", "cake"])
    show("lists", lambda: few == again)
    show("lists that differ", lambda: few == [*again[:2], again[0]])
    show("lists not equal", lambda: few != again)
    show("tuples in lists", lambda: [(1, few[0]), (2, few[1])] == [(1, again[0]), (2, again[1])])
    show("lists in lists", lambda: [few, few, [few[1]]] == [again, again, [again[2]]])
    show("lists in order", lambda: few < [*again[:2], Dish("roast", 9)])
    show("lists in order, nested", lambda: [few[:2], few] < [again[:2], [*again[:2], Dish("roast", 9)]])
    show("dicts", lambda: dict(zip("abc", few)) == dict(zip("abc", again)))
    show("dicts by key", lambda: dict.fromkeys(few, 1) == dict.fromkeys(again, 1))
    show("lists with one that fails", lambda: few == [again[0], Picky("bad", 0), again[2]])


def hashes():
    few, alike = made(["soup", "stew", "cake"]), made(["soup", "stew", "cake", "roast"], code=7)
    show("set", lambda: len(set(few)), True)
    show("set of a list with twins", lambda: set([*few, *made(["soup", "stew"])]), True)
    show("frozenset", lambda: len(frozenset(dish for dish in few)), True)
    show("fromkeys", lambda: dict.fromkeys([*alike, Dish("cake", 1, 7)], 0))
    show("dict of pairs", lambda: dict([(few[0], 1), (few[1], 2), (Dish("soup", 1), 3)]))
    show("dict of pairs of one hash", lambda: dict((dish, dish.weight) for dish in [*alike, Dish("cake", 9, 7)]))
    show("update", lambda: [box := {few[0]: 0}, box.update([(few[1], 1), (few[0], 2)])][0])
    show("update by two", lambda: [box := set(), box.update(few, [Dish("cake", 3), Dish("pie", 4)])][0], True)
    show("union", lambda: set(few) | {Dish("pie", 4)}, True)
    show("union of lists", lambda: set(few).union([Dish("pie", 4)], [Dish("pie", 4), Dish("soup", 1)]), True)
    show("difference", lambda: set(few).difference([Dish("pie", 4), Dish("stew", 2)], [Dish("soup", 1)]), True)
    show("is subset", lambda: set(few).issubset([*made(["soup", "stew", "cake", "pie"])]), True)
    show("set with numbers", lambda: len(set([3, 1, few[0], 2, 1, few[1], 3])), True)
    show("set that fails", lambda: set([*few, Picky("bad", 0), *few]), True)
    show("pairs that fail", lambda: dict([(few[0], 1), (few[1], 2, 3), (few[2], 1)]))


def truths():
    few = [Dish("soup", 2), Dish("stew", 3), Dish("cake", 1), Dish("roast", 4)]
    show("all", lambda: all(few))
    show("any", lambda: any(reversed(few)))
    show("any of the last", lambda: any([few[2], few[2], few[0], few[1]]))
    show("all with one that fails", lambda: all([few[0], Picky("bad", 0), few[1]]))
    show("filter", lambda: [dish.name for dish in filter(None, few)])


def texts():
    few = made(["soup", "stew", "cake"])
    circle = [few[0], few[1]]
    circle.append(circle)
    show("list", lambda: repr(few))
    show("tuple", lambda: str(tuple(few[:1])))
    show("nested", lambda: repr([few[:2], (few[2],), [[few[0]]], {"a": few[1], "b": [few[2], 1]}]))
    show("circle", lambda: repr([circle, few[2]]))
    show("dict", lambda: f"{dict(zip(few, 'abc'))}")
    show("views", lambda: repr([dict(enumerate(few)).items(), dict(enumerate(few)).values()]))
    show("set", lambda: repr({few[0]}), True)
    show("format", lambda: "{} {!r} {}".format(few[0], few, few[1]))
    show("percent", lambda: "%s %r %s" % (few[0], few[1:], few[2]))
    show("f-string", lambda: f"{few[0]} {few} {few[1]!r:>8} {few[1:]}")
    show("join", lambda: ", ".join(map(str, few)))
    show("exception", lambda: repr(ValueError(few[0], few[1:])))
    show("one that fails", lambda: repr([few[0], [Picky("bad", 0)], few[1]]))


async def ask_and_change():
    """What is gone through changes while it is asked."""
    few = made(["soup", "stew", "cake", "roast"])

    class Eater(Dish):
        def __eq__(self, other):
            LOG.append(f"eats beside {getattr(other, 'name', other)}")
            if len(few) > 2:
                few.pop()
            return False

    show("in what gets shorter", lambda: Eater("eater", 0) in few)
    show("what is left", lambda: few)
    await asyncio.sleep(0)
    many = [Dish(f"d{index}", index % 7) for index in range(60)]
    print(max(many).name, min(many).name, sum(many), len(set(many)), many == list(many), len(repr(many)))
    LOG.clear()
    print(many.index(Dish("d59", 0)), Dish("d60", 0) in many, all(many), any(many), len(LOG))


for part in (extremes, sums, membership, equality, hashes, truths, texts):
    print(f"-- {part.__name__}")
    part()
asyncio.run(ask_and_change())
