"""sorted, min, max and list.sort by functions of the program."""
import asyncio
import time


def by_seconds(dish):
    print("asked about", dish["name"])
    return dish["seconds"]


def broken(dish):
    return dish["weight"]


DISHES = [
    {"name": "rice", "seconds": 12},
    {"name": "tea", "seconds": 3},
    {"name": "soup", "seconds": 12},
    {"name": "egg", "seconds": 7},
]


async def main():
    print([dish["name"] for dish in sorted(DISHES, key=by_seconds)])
    print([dish["name"] for dish in sorted(DISHES, key=lambda dish: dish["seconds"], reverse=True)])
    print(min(DISHES, key=lambda dish: dish["seconds"])["name"], max(DISHES, key=by_seconds)["name"])
    print(min(3, -4, 2, key=lambda x: x * x), max([], key=by_seconds, default="none"))
    words = ["bb", "a", "ccc", "dd"]
    print(words.sort(key=lambda word: -len(word)), words)
    words.sort(key=len)
    print(words, sorted(words, key=str.upper if False else None))

    def slow(x):
        time.sleep(0.5)
        return -x

    print(sorted(range(4), key=slow))
    for wrong in (broken, lambda: 1):
        try:
            sorted(DISHES, key=wrong)
        except (KeyError, TypeError) as error:
            print(type(error).__name__)
    try:
        max([], key=by_seconds)
    except ValueError as error:
        print(type(error).__name__)
    print(list(map(lambda x: x * 2, [1, 2])), sum(map(slow, range(2))), tuple(map(str, [1])))
    print(list(filter(lambda dish: dish["seconds"] > 5, DISHES))[0]["name"], sorted(map(by_seconds, DISHES)))
    print(set(filter(None, [0, 3])), max(map(lambda pair: pair[1], {"a": 4}.items())))
    waiting = {"a": 3, "b": 1}
    for name, seconds in sorted(waiting.items(), key=lambda item: item[1]):
        await asyncio.sleep(seconds)
        print(name)


asyncio.run(main())
