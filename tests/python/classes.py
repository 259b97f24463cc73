import asyncio


class Dish:
    kinds = ["hot"]
    count = 0

    def __init__(self, name, price=3):
        self.name = name
        self.price = price
        Dish.count += 1

    def __repr__(self):
        return f"Dish({self.name!r})"

    def __eq__(self, other):
        if not isinstance(other, Dish):
            return NotImplemented
        return self.name == other.name

    def __lt__(self, other):
        return self.price < other.price

    @property
    def label(self):
        return self.name.upper()

    @label.setter
    def label(self, value):
        self.name = value.lower()

    @staticmethod
    def make(name):
        return Dish(name, 9)

    @classmethod
    def cheap(cls, name):
        return cls(name, 1)

    async def cook(self, t):
        await asyncio.sleep(t)
        return self

    def __enter__(self):
        print("enter", self)
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self, kind, value)
        return kind is ValueError

    async def __aenter__(self):
        await asyncio.sleep(1)
        print("aenter", self)
        return self

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(1)
        print("aexit", self, kind, value)
        return kind is ValueError


class Soup(Dish):
    def __init__(self, name):
        super().__init__(name, 5)
        self.is_soup = True

    def __repr__(self):
        return "Soup<" + super().__repr__() + ">"


def early():
    for i in range(3):
        with Dish("early") as d:
            if i == 1:
                continue
            if i == 2:
                return "left"
            print("in", i, d)


def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
        return "end"
    finally:
        print("closed")


def outer():
    r = yield from numbers(2)
    print("r", r)
    yield from [7, 8]


async def agen(n):
    for i in range(n):
        await asyncio.sleep(1)
        yield i


async def main():
    d = Dish("pie")
    print(d, [d], {"a": d}, f"{d!r:>12}|{d}")
    print(d == Dish("pie"), d != Dish("x"), d == 3)
    print(sorted([Dish("b", 2), Dish("a", 1), Soup("c")]))
    print(d.label)
    d.label = "CAKE"
    print(d.name, Dish.make("m").price, Soup.cheap if False else Dish.cheap("c").price)
    s = Soup("onion")
    print(s, isinstance(s, Dish), isinstance(d, Soup), type(s).__name__, Dish.count, s.count)
    print(await s.cook(1))
    print(d in [Dish("cake")], [Dish("q")].index(Dish("q")))
    with d as x:
        print("body", x is d)
    with Dish("one") as a, Dish("two") as b:
        raise ValueError("boo")
    try:
        async with Dish("three") as a, Dish("four"):
            raise KeyError("k")
    except KeyError as e:
        print("caught", repr(e))
    print(early())
    g = numbers(3)
    print(next(g), g.send("hi"), list(g))
    try:
        next(g)
    except StopIteration as e:
        print("stop", e.value)
    g = numbers(3)
    next(g)
    g.close()
    print(list(outer()))
    async for i in agen(3):
        print("a", i)
    else:
        print("done")
    print([i async for i in agen(2)], {i: i async for i in agen(2) if i})
    print(sum(x * x for x in range(4)), any(x > 2 for x in [1, 2, 3]), list(x for x in "ab"))
    gen = (x for x in [1, 2, 3])
    print(next(gen), list(gen))
    print(list(map(lambda x: x + 1, [1, 2])), list(zip(numbers(2), "ab")), dict(enumerate(numbers(2))))
    try:
        d.nothing
    except AttributeError as e:
        print(e)
    try:
        Dish()
    except TypeError as e:
        print(e)


asyncio.run(main())
