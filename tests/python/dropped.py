import asyncio


async def ticker(name):
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(1)
    finally:
        print(name, "cleaning")
        await asyncio.sleep(1)
        print(name, "clean")


def plain(name):
    try:
        for i in range(5):
            yield i
    finally:
        print(name, "closed")


async def first(name):
    async for i in ticker(name):
        if i == 2:
            return i


def early():
    for i in plain("p"):
        for j in plain("q"):
            if j == 1:
                break
            if i == 1:
                return "out"
        continue


keep = None


async def main():
    global keep
    print(await first("a"))
    print("after first")
    await asyncio.sleep(3)
    print(early())
    async for i in ticker("b"):
        if i == 1:
            break
    print("after b")
    await asyncio.sleep(0)
    print("turn")
    try:
        async for i in ticker("c"):
            raise KeyError(i)
    except KeyError as e:
        print(repr(e))
    await asyncio.sleep(2)
    try:
        for i in plain("x"):
            1 / 0
    except ZeroDivisionError:
        print("caught")
    keep = ticker("kept")
    print(await anext(keep))
    for x in plain("all"):
        pass
    print([x async for x in ticker("d") if x < 2][:1])


asyncio.run(main())
