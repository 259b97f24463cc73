# Views of dicts are combined with all that can be gone through, and compared with sets.
import asyncio

stock, wanted = {1: 2, 3: 4, 5: [6]}, {1: 2, 3: 5, 7: 8}
plain = {1: 2, 3: 4}


async def cook(number):
    await asyncio.sleep(number)
    return number


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


async def main():
    print(
        plain.items() & {(1, 2)},
        plain.items() - wanted.items(),
        sorted(plain.items() | [(9, 9)]),
        sorted(plain.items() ^ {(1, 2), (5, 6)}),
    )
    print(
        stock.keys() & [1, 9],
        stock.keys() - (1,),
        sorted(stock.keys() | range(2)),
        stock.keys() ^ {1, 2},
        [1, 8] & stock.keys(),
    )
    print(
        [1, 8] - stock.keys(),
        frozenset([1]) & stock.keys(),
        sorted(frozenset([7]) | stock.keys()),
        {1, 2} - stock.keys(),
    )
    print(
        stock.keys().isdisjoint([2]),
        plain.items().isdisjoint([(1, 2)]),
        stock.items() & {1},
        stock.items() & wanted.items(),
    )
    print(
        plain.items() == {(1, 2), (3, 4)},
        {(1, 2)} < plain.items(),
        plain.items() <= plain.items(),
        plain.items() >= {(1, 2)},
        {(1, 2)} >= plain.items(),
    )
    print(
        plain.items() == {1: 2, 3: 4.0}.items(),
        plain.items() != set(),
        plain.keys() == {1, 3},
        stock.items() == dict(stock).items(),
        plain.items() < wanted.items(),
    )
    members = {1, 9}
    members &= stock.keys()
    members |= plain.keys()
    members -= {3: 0}.keys()
    print(members)
    for function in (
        lambda: stock.items() - plain.items(),
        lambda: stock.keys() & 5,
        lambda: stock.values() & [1],
        lambda: plain.items() < [1],
        lambda: 5 | stock.keys(),
    ):
        attempt(function)
    running = {number: asyncio.create_task(cook(number)) for number in stock}
    done, _ = await asyncio.wait(running.values(), timeout=4)
    finished = {number for number, task in running.items() if task in done}
    print(finished, running.keys() - finished, finished == running.keys() & finished)


asyncio.run(main())
