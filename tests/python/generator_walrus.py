# A name that a generator expression binds by `:=` is the name of what stands around it, and as late as the generator gets to it.
import asyncio

numbers = [1, 2, 3]
print(any((last := number) == 2 for number in numbers), last)
lazy = ((seen := number) * 2 for number in numbers)
print(next(lazy), seen, next(lazy), seen)


def inside(values):
    found = None
    if any((found := value) > 10 for value in values):
        return found
    return "nothing"


def nested():
    total = 0
    sums = [total := total + part for part in (1, 2, 3)]
    later = (total := total + part for part in (10, 20))
    get = lambda: total
    print(sums, total, next(later), get(), list(later), total)


class Checks:
    def first(self, values):
        return next((kept for value in values if (kept := value.strip())), "none")


async def main():
    async def slow(number):
        await asyncio.sleep(number / 10)
        return number

    waits = ((asked := await slow(number)) for number in numbers)
    print([item async for item in waits], asked)
    print(all((checked := await slow(number)) < 2 for number in [1]) if False else inside([1, 11, 12]), inside([]))


nested()
print(Checks().first([" ", "a ", "b"]), Checks().first([]))
asyncio.run(main())
