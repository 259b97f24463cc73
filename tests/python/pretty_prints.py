import pprint
import collections, dataclasses, types, random
from pprint import pformat, PrettyPrinter


@dataclasses.dataclass
class Point:
    x: int
    name: str
    tags: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Hidden:
    a: int
    b: str = dataclasses.field(repr=False, default="zzz")
    c: list = None


class Own(dict):
    pass


class Odd(list):
    def __repr__(self):
        return "Odd" * 40


random.seed(5)
words = [
    "alpha",
    "beta gamma",
    "a longer text with several words in it, and more of them",
    "line one\nline two is longer\nthree",
    "",
    "üñí",
    "x" * 50,
]


def make(depth):
    k = random.randrange(16 if depth else 5)
    n = random.randrange(6)
    if k == 0:
        return random.randrange(10 ** random.randrange(1, 12))
    if k == 1:
        return random.choice(words)
    if k == 2:
        return random.choice([None, True, 1.5, b"some bytes here, quite a few", b"ab"])
    if k == 3:
        return random.choice(words) * 2
    if k == 4:
        return random.choice([frozenset({1, 2, 3}), {5, 1}, set(), range(3)])
    if k in (5, 6):
        return [make(depth - 1) for _ in range(n)]
    if k == 7:
        return tuple(make(depth - 1) for _ in range(n))
    if k in (8, 9):
        return {random.choice(["k", 3, "key two", (1, 2), None]): make(depth - 1) for _ in range(n)}
    if k == 10:
        return collections.OrderedDict((random.choice("abc") * 3, make(depth - 1)) for _ in range(n))
    if k == 11:
        return random.choice(
            [
                collections.Counter("abracadabra" * n),
                collections.deque([make(depth - 1) for _ in range(n)], maxlen=random.choice([None, 9])),
            ]
        )
    if k == 12:
        return random.choice(
            [
                Point(n, "n" * n, [make(depth - 1)]),
                Hidden(1, "q", make(depth - 1)),
                types.SimpleNamespace(a=make(depth - 1), bb=2),
            ]
        )
    if k == 13:
        return random.choice(
            [Own(a=make(depth - 1), b=2), Odd([1]), collections.defaultdict(int, {"a" * n: make(depth - 1)})]
        )
    if k == 14:
        return random.choice(
            [
                collections.ChainMap({"a": make(depth - 1)}, {"b": 1}),
                collections.UserDict(a=make(depth - 1)),
                collections.UserList([make(depth - 1)]),
            ]
        )
    return bytearray(b"0123456789" * n)


for i in range(70):
    value = make(3)
    options = dict(
        width=random.choice([80, 40, 20, 10]),
        indent=random.choice([1, 1, 2, 4]),
        compact=random.random() < 0.3,
        sort_dicts=random.random() < 0.7,
        depth=random.choice([None, None, 2, 1]),
        underscore_numbers=random.random() < 0.2,
    )
    try:
        print(i, pformat(value, **options))
    except Exception as e:
        print(i, type(e).__name__, e)
print(pprint.saferepr({"a": 1}), pprint.isreadable([1, object]), pprint.isreadable("<a"), pprint.isrecursive([]))
for bad in (dict(indent=-1), dict(depth=0), dict(width=0)):
    try:
        PrettyPrinter(**bad)
    except ValueError as e:
        print(e)


class Mine(PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), True, False
        return super().format(object, context, maxlevels, level)


print(Mine().pformat(["a", {"b": "c"}]))
