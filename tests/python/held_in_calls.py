# What a call was given is not held any more while the arguments of the next one are computed.
import asyncio
import weakref


class Cup:
    pass


async def fail(cup):
    raise ValueError("holds its frame")


def is_gone(reference):
    return reference() is None


async def main():
    for wait in (asyncio.sleep(1), None):
        cup = Cup()
        reference = weakref.ref(cup)
        task = asyncio.create_task(fail(cup))
        del cup
        await (wait or asyncio.wait([task]))
        task.exception()
        del task
        print("gone", reference() is None, is_gone(reference))


asyncio.run(main())
