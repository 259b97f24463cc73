generators = []


def kept(generator):
    generators.append(generator)  # CPython would close it wherever its last reference goes
    return generator


async def numbers(count, delay):
    try:
        for number in range(count):
            yield number
            await asyncio.sleep(delay)
    finally:
        print("closing")
        await asyncio.sleep(delay)
        print("closed")


