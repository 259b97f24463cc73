# Methods and objects that are only weakly held: WeakMethod, proxy, and what mappings of weak references have beside items.
import asyncio
import gc
import weakref


class Oven:
    def __init__(self, heat):
        self.heat = heat

    def bake(self, dish, minutes=1):
        return f"{dish} at {self.heat} for {minutes}"

    def __len__(self):
        return self.heat

    def __getitem__(self, shelf):
        return shelf * 2

    def __str__(self):
        return f"oven {self.heat}"


class Bell:
    def __init__(self):
        self.handlers = []

    def connect(self, method):
        self.handlers.append(weakref.WeakMethod(method, self.handlers.remove))

    async def ring(self, dish):
        await asyncio.sleep(1)
        return [handler()(dish) for handler in self.handlers if handler() is not None]


def attempt(function):
    try:
        print(function())
    except (ReferenceError, TypeError) as error:
        print(type(error).__name__, error)


async def main():
    first, second = Oven(180), Oven(200)
    bell = Bell()
    bell.connect(first.bake)
    bell.connect(second.bake)
    print(await bell.ring("cake"), len(bell.handlers))
    method = weakref.WeakMethod(first.bake)
    print(
        method()("pie", minutes=5), method == weakref.WeakMethod(first.bake), method == weakref.WeakMethod(second.bake)
    )
    stand = weakref.proxy(second, lambda gone: print("second is gone"))
    print(stand.heat, stand.bake("bread"), len(stand), stand[3], bool(stand), str(stand))
    stand.heat = 210
    print(second.heat)
    kept = weakref.WeakValueDictionary(one=first)
    print(kept.setdefault("two", second) is second, kept.setdefault("one", second) is first, sorted(kept.keys()))
    kept.update({"three": first})
    copy = kept.copy()
    del second
    gc.collect()
    print(await bell.ring("tart"), len(bell.handlers), sorted(kept), sorted(copy))
    attempt(lambda: stand.heat)
    attempt(lambda: weakref.WeakMethod(attempt))
    by_oven = weakref.WeakKeyDictionary({first: 1})
    print(by_oven.setdefault(first, 2), by_oven.pop(first), len(by_oven), by_oven.pop(first, None))
    kept.clear()
    ovens = weakref.WeakSet([first])
    print(len(kept), len(ovens.copy()), first in ovens)
    del first
    print(method(), len(ovens), len(copy))


asyncio.run(main())
