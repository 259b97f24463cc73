# What a class says of all that is read, set and deleted of its objects: before properties and descriptors are asked.
import asyncio
from collections import namedtuple
from typing import NamedTuple


class Watched:
    def __init__(self):
        self.count = 1

    def __getattribute__(self, name):
        print("read", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("missing", name)
        if name.startswith("no_"):
            raise AttributeError(name)
        return name.upper()

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("delete", name)
        super().__delattr__(name)

    def more(self, by=1):
        self.count += by
        return self

    @property
    def double(self):
        return self.count * 2

    @double.setter
    def double(self, value):
        self.count = value // 2

    @double.deleter
    def double(self):
        del self.count

    @property
    def fixed(self):
        return 1


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattribute__(self, name):
        if name.startswith("_"):
            return object.__getattribute__(self, name)
        found = getattr(object.__getattribute__(self, "_target"), name)
        return (lambda *arguments: (name, arguments, found(*arguments))) if callable(found) else found

    def __setattr__(self, name, value):
        setattr(self._target, name, value)

    def __delattr__(self, name):
        delattr(self._target, name)


class Checked:
    def __set_name__(self, owner, name):
        self.place = "_" + name

    def __get__(self, holder, owner):
        return self if holder is None else getattr(holder, self.place, 0)

    def __set__(self, holder, value):
        if value < 0:
            raise ValueError(self.place)
        setattr(holder, self.place, value)

    def __delete__(self, holder):
        delattr(holder, self.place)


class Account:
    balance = Checked()

    def __setattr__(self, name, value):
        print("account", name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("no account", name)
        object.__delattr__(self, name)


class Point(namedtuple("Point", "x y")):
    __slots__ = ()

    @property
    def area(self):
        return self.x * self.y


class Open(namedtuple("Open", "x")):
    pass


class Typed(NamedTuple):
    x: int

    def method(self):
        return self.x


class Below(Typed):
    pass


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)


async def main():
    watched = Watched()
    print(
        watched.more(2).count,
        watched.double,
        watched.other,
        hasattr(watched, "no_way"),
        getattr(watched, "no_one", "nobody"),
    )
    watched.double = 10
    print(object.__getattribute__(watched, "double"), list(map(object.__getattribute__, [watched], ["count"])))
    del watched.double
    attempt(setattr, watched, "fixed", 2)
    attempt(delattr, watched, "fixed")
    attempt(delattr, watched, "never")
    attempt(object.__setattr__, watched, "fixed", 2)
    account = Account()
    account.balance = 5
    print(account.balance, vars(account))
    attempt(setattr, account, "balance", -1)
    del account.balance
    print(account.balance, vars(account))
    queue = asyncio.Queue()
    proxy = Proxy(queue)
    print(proxy.put_nowait(1), proxy.maxsize, proxy.qsize())
    proxy = Proxy(account)
    proxy.owner = "Ana"
    print(account.owner, proxy._target is account)
    del proxy.owner
    print(hasattr(proxy, "owner"))
    for made, name in [
        (Point(1, 2), "area"),
        (Point(1, 2), "x"),
        (Point(1, 2), "z"),
        (Typed(1), "method"),
        (Typed(1), "z"),
        (Open(1), "x"),
    ]:
        attempt(setattr, made, name, 3)
    open_point, below = Open(1), Below(x=2)
    open_point.label = below.label = "here"
    print(open_point, open_point.label, below, below.label, below._fields)


asyncio.run(main())
