# /// kitchen-sim
# description = "Classes: attributes, plain and async methods, inheritance, properties, dataclasses, and objects that `async with` opens"
#
# [expect]
# ends = "4s"
# prints = ["soup on a stove", "Dish(name='soup', seconds=3)", "tea on a gas stove", "Dish(name='tea', seconds=1)", "2 dishes in 4 s, cold again: True"]
# ///
import asyncio
from dataclasses import dataclass


@dataclass
class Dish:
    name: str
    seconds: int = 1


class Stove:
    kind = "stove"

    def __init__(self):
        self.cooked = []

    async def __aenter__(self):
        self.hot = True
        return self

    async def __aexit__(self, *exception):
        self.hot = False

    @property
    def is_cold(self):
        return not self.hot

    async def cook(self, dish):
        print(f"{dish.name} on a {self.kind}")
        await asyncio.sleep(dish.seconds)
        self.cooked.append(dish)
        return dish


class GasStove(Stove):
    kind = "gas stove"

    def __init__(self, first):
        super().__init__()
        self.cooked.extend(first.cooked)


async def main():
    async with Stove() as stove:
        print(await stove.cook(Dish("soup", 3)))
    async with GasStove(stove) as stove:
        print(await stove.cook(Dish("tea")))
    total = sum(dish.seconds for dish in stove.cooked)
    print(f"{len(stove.cooked)} dishes in {total} s, cold again: {stove.is_cold}")


asyncio.run(main())
