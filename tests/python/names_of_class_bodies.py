"""Comprehensions in the body of a class, functions and classes inside it do not see the names of the class."""

size = "large"


class Menu:
    size = 3
    numbers = [number for number in range(size)]
    sizes = [size for _ in range(2)]
    lazily = list(size for _ in range(1))
    by_size = {size: 1 for _ in range(1)}
    ask = lambda: size

    class Dish:
        inherited = size


print(Menu.numbers, Menu.sizes, Menu.lazily, Menu.by_size, Menu.ask(), Menu.Dish.inherited)


def kitchen():
    size = "medium"

    class Menu:
        size = 5
        sizes = [size for _ in range(2)]

        def ask(self):
            return size

    return Menu


print(kitchen().sizes, kitchen().size, kitchen()().ask())


def wash():
    return "washed"


class Spoon:
    pass


limit = [1]


class Box:
    wash = staticmethod(wash)
    Spoon = Spoon
    Other = Spoon
    len = len
    limit = limit
    size, first = size, limit[0]


print(Box.wash(), Box.Spoon is Spoon is Box.Other, Box.len("four"), Box.limit is limit, Box.size, Box.first)
print([name for name in vars(Box) if not name.startswith("__")])


def shelf():
    size = "tiny"
    names = 1

    class Shelf:
        size = size
        other = names

    return Shelf.size, Shelf.other


print(shelf())


class Counted:
    total = 0
    for step in range(3):
        total = total + step
    limit = limit + [total]


print(Counted.total, Counted.step, Counted.limit, limit)
