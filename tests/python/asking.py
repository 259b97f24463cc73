"""Functions of the library ask the program while they go through something: `map` of `str`, `join` of what a program brings forth."""

# Functions of the library are its own, whatever the program calls its functions; `map` of one may ask the program.
def update_wrapper(*functions):
    return "not the library's"


class Dish:
    def __init__(self, size):
        self.size = size

    def __str__(self):
        return f"dish {self.size}"

    def __len__(self):
        return self.size


dishes = [Dish(1), Dish(2), Dish(0)]
print(*map(str, dishes), sep=", ", end=".\n")
print(list(map(len, dishes)), [dish.size for dish in filter(None, dishes)], "|".join(map(str, reversed(dishes))), [*map(bool, dishes)])
first, *rest = map(str, dishes)
print(first, rest, dict(zip("ab", map(str, dishes))), list(map(str, [(1, 2), None])), update_wrapper())


class Letters:
    def __iter__(self):
        return iter("ab")


def double(text):
    return text * 2


letters = (letter for letter in "xyz")
print("-".join(map(double, "ab")), "-".join(letters), "-".join(Letters()), "-".join(map(double, Letters())), "-".join({"k": 1}))


class Vector:
    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __lt__(self, other):
        return self.x < other.x

    def __str__(self):
        return f"({self.x}, {self.y})"

    def __int__(self):
        return self.x

    def __float__(self):
        return self.x / 2

    def __abs__(self):
        return abs(self.x) + abs(self.y)

    def __round__(self, digits=None):
        return f"{self} to {digits}"


class Field:
    def __init__(self, *vectors):
        self.vectors = vectors

    def __iter__(self):
        return iter(self.vectors)


field = Field(Vector(3, 1), Vector(1), Vector(2))
print(sum(field, Vector(0)), sum(iter(field), Vector(1, 1)), sum(reversed([Vector(1), Vector(2)]), Vector(0)), sum(zip([1], [2]), ()))
print(*sorted(field, key=str), *sorted(field), min(field, key=len, default=None) if not field.vectors else max(field))
print(max(zip([1, 1], [Vector(2), Vector(5)]))[1], min(enumerate(field))[0], sorted(zip([2, 1, 1], field))[0][1])
print(any(iter([Dish(0), Dish(1)])), all(iter([Dish(1), Dish(0)])), any(map(len, dishes)), [*filter(len, iter(dishes))][0])
print(int(Vector(7)), float(Vector(7)), abs(Vector(-2, 3)), round(Vector(1)), round(Vector(1), 2), list(map(int, field)), list(map(abs, field)))
for wrong in (lambda: int(Field()), lambda: float(Dish(1)), lambda: abs(Field()), lambda: round(Field())):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Shelf:
    def __init__(self, *names):
        self.names = list(names)

    def __reversed__(self):
        yield from self.names[::-1]


print(list(reversed(Shelf("a", "b"))), *reversed(Shelf(1, 2, 3)))
