"""What an object gives to be gone through is a generator that nobody else holds: it is closed where the loop is left."""

import asyncio


class Feed:
    def __init__(self, count):
        self.count = count

    async def changes(self):
        try:
            for number in range(self.count):
                await asyncio.sleep(0)
                yield number
        finally:
            print("changes closed in", asyncio.current_task().get_name())

    def __aiter__(self):
        return self.changes()

    def __iter__(self):
        try:
            yield from range(self.count)
        finally:
            print("closed")


class Owner:
    def __init__(self, feed):
        self.feed = feed


def first(feed):
    for number in feed:
        return number


async def broken_off(feed):
    async for number in feed:
        if number == 1:
            break
    print("broken off")
    await asyncio.sleep(0)


async def failed(owner):
    try:
        async for number in owner.feed:
            raise KeyError(number)
    except KeyError as error:
        print(repr(error))
    await asyncio.sleep(0)
    for number in owner.feed:
        if number:
            break
    print("left at", number)


async def held_by_a_name():
    walker = Feed(3).changes()
    async for number in walker:
        break
    print("still held")
    async for number in walker:
        print("goes on with", number)
    walker = iter(Feed(3))
    for number in walker:
        break
    print("still held, too", next(walker))


async def main():
    feed = Feed(3)
    await broken_off(feed)
    print(first(feed))
    await failed(Owner(feed))
    await held_by_a_name()
    print(asyncio.create_task(asyncio.sleep(0)).get_name())


asyncio.run(main())
