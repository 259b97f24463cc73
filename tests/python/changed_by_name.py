import asyncio, time, random, statistics
from asyncio import gather

x = 1


def f():
    return x


def late():
    return "first"


def call_late():
    return late()


print(call_late())
g = globals()
g["x"] = 5
print(f(), x, "f" in g, g["__name__"])
g["late"] = lambda: 9
print(call_late(), late())
old = asyncio.sleep


async def fake(*a):
    print("fake", a)
    await old(0.5)


asyncio.sleep = fake


async def main():
    t = asyncio.get_running_loop().time()
    await asyncio.sleep(3)
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    print(round(asyncio.get_running_loop().time() - t, 1))


asyncio.run(main())
asyncio.sleep = old
time.time = lambda: 5
print(time.time())
setattr(random, "random", lambda: 0.25)
print(random.random())


def dumps(*a):
    return "dumped"


before = statistics.mean
statistics.mean = dumps
print(statistics.mean([1]))
statistics.mean = before
print(statistics.mean([1]))
import sys

me = sys.modules[__name__]
print(me.x, getattr(me, "late")(), hasattr(me, "nothing"), "asyncio" in sys.modules)
setattr(me, "x", 7)
print(x)
globals().update(x=8)
print(f())
del globals()["x"]
try:
    f()
except NameError as e:
    print(e)
try:
    asyncio.nothing = 3
    print(asyncio.nothing)
except AttributeError as e:
    print(e)


class Clock:
    def __enter__(self):
        self.before, time.monotonic = time.monotonic, lambda: 100

    def __exit__(self, *a):
        time.monotonic = self.before


with Clock():
    print(time.monotonic())
print(time.monotonic() < 90 or True)
