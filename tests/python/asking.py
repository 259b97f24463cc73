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
