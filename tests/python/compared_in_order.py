"""Sorting asks `__lt__` of the script, in CPython's order: runs, binary insertion, merges that gallop. And what has no order is left as there."""

import functools
import random
import zlib
from operator import attrgetter

ASKED = []


class Item:
    def __init__(self, key, number):
        self.key = key
        self.number = number

    def __lt__(self, other):
        ASKED.append((self.number, other.number))
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}:{self.number}"


class Whole(int):
    pass


@functools.total_ordering
class Half:
    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return self.key == other.key

    def __gt__(self, other):
        ASKED.append((self.key, other.key))
        return self.key > other.key


def told(label, result):
    asked = repr(ASKED).encode()
    print(label, len(ASKED), zlib.crc32(asked), zlib.crc32(repr(result).encode()), ASKED[:6])
    ASKED.clear()


def shapes(count):
    numbers = list(range(count))
    yield "ascending", numbers
    yield "descending", numbers[::-1]
    yield "equal", [3] * count
    yield "descending equal", [number // 3 for number in reversed(numbers)]
    yield "equal first", [count] * (count // 2) + numbers[::-1]
    yield "few", [random.randrange(4) for _ in numbers]
    yield "random", [random.randrange(count) for _ in numbers]
    yield "saw", [number % 17 for number in numbers]
    yield "runs", [number % 41 if number % 82 < 41 else 41 - number % 41 for number in numbers]
    yield "blocks", numbers[count // 2 :] + numbers[: count // 2]
    yield "shuffled a little", [number + random.randrange(5) for number in numbers]
    yield "two", sorted(random.sample(numbers, count // 3)) + sorted(random.sample(numbers, count // 2))
    yield "tail", [*numbers, *random.sample(numbers, min(count, 9))]


def sorts():
    random.seed(5)
    for count in (0, 1, 2, 3, 7, 30, 63, 64, 65, 100, 200, 700):
        for name, keys in shapes(count):
            items = [Item(key, number) for number, key in enumerate(keys)]
            told(f"{name} {count}", sorted(items))
            if count < 80:
                told(f"{name} {count} backwards", sorted(items, reverse=True))
                items.sort(key=functools.partial(Item, number=0) if not items else lambda item: item)
                told(f"{name} {count} by a function", items)


def nothing_in_order():
    nan = float("nan")
    random.seed(9)
    for count in (3, 5, 9, 40, 70, 150):
        mixed = [nan if random.random() < 0.3 else random.randrange(20) for _ in range(count)]
        print(count, sorted(mixed), sorted(mixed, reverse=True)[:4])
        sets = [frozenset(random.sample(range(6), random.randrange(6))) for _ in range(count)]
        print([sorted(one) for one in sorted(sets)][:9])
        print(
            [
                tuple(pair)
                for pair in sorted((nan if key > 15 else key, at) for at, key in enumerate(mixed) if key == key)
            ][:5]
        )


def many():
    random.seed(3)
    items = [Item(random.random(), number) for number in range(3000)]
    told("many", sorted(items))
    told("by an attribute", sorted(items, key=attrgetter("number"), reverse=True))
    wholes = [Whole(random.randrange(500)) for _ in range(2000)]
    print(sorted(wholes) == sorted(map(int, wholes)), type(sorted(wholes)[0]).__name__)
    halves = [Half(random.randrange(50)) for _ in range(60)]
    told("halves", [half.key for half in sorted(halves)])


class Raises:
    count = 0

    def __lt__(self, other):
        Raises.count += 1
        if Raises.count == 7:
            raise ValueError("no more")
        return Raises.count % 2 == 0


class Sorts:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        inner = sorted([Item(self.key, 1), Item(other.key, 2)])
        return inner[0].number == 1 and self.key != other.key


class Answers:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return Answer(self.key < other.key)


class Answer:
    def __init__(self, held):
        self.held = held

    def __bool__(self):
        ASKED.append("bool")
        return self.held


def changed_meanwhile():
    class Evil:
        def __lt__(self, other):
            evil.append(self)
            return True

    evil = [Evil() for _ in range(3)]
    try:
        evil.sort()
    except ValueError as error:
        print(error)


def odd():
    changed_meanwhile()
    try:
        sorted([Raises() for _ in range(9)])
    except ValueError as error:
        print(error, Raises.count)
    print([one.key for one in sorted(map(Sorts, [3, 1, 2, 5, 4, 2]))])
    told("sorts inside", None)
    print([one.key for one in sorted(map(Answers, [3, 1, 2, 5, 4, 2]))])
    told("answers", None)
    print(max([Item(2, 0), Item(5, 1)], key=attrgetter("key")), sorted("banana"), sorted([2.5, 1, True]))


sorts()
nothing_in_order()
many()
odd()
