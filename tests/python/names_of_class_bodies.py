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
