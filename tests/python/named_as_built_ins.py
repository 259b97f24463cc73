"""Names of built-ins that a program binds itself mean the built-ins before, and again once they are deleted."""

import asyncio
import builtins

print("before")
_print = print


def print(*args, **keywords):
    _print("~", *args, **keywords)


print("behind", max(1, 2))
_len, _sorted = len, sorted


class len:
    def __init__(self, items):
        self.size = _len(items)


def sorted(items):
    return _sorted(items)[::-1]


print(len("abc").size, sorted([2, 3, 1]), list(map(str, [1])))
for map in range(2):
    pass
print(map)
del map
print(list(map(str, [2])))
if _len("a") > 1:

    async def anext(iterator):
        return "never"


try:
    callable = callable
except NameError:
    callable = None
print(callable(print), any([]))


def bind():
    global any
    any = "bound in a function".split


bind()
print(any())


class Scope:
    list = list
    size = _len

    def list_of(self, list=list):
        return list("ab")


print(Scope().list_of(), Scope.size("abc"), Scope.list)


async def numbers():
    yield 1


async def main():
    next = await anext(numbers())
    print("in main", next, "print" in globals(), "hash" in globals(), "min" in globals())


asyncio.run(main())
print = None
builtins.print("by its module")
del print
print("by its name")
hash = hash("a") == hash("a")
print(hash)
try:
    min()
except TypeError as error:
    print(type(error).__name__)
min = 5
print(min)
