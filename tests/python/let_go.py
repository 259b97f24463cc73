"""Asynchronous generators that are dropped: by del, by None, at the end of the main task; and exceptions that are."""
import asyncio


async def letters(name):
    try:
        for letter in "abc":
            yield letter
            await asyncio.sleep(0)
    except BaseException as error:
        print(name, "sees", type(error).__name__, asyncio.current_task() is not None)
        raise
    finally:
        print(name, "closing")
        await asyncio.sleep(0)
        print(name, "closed")


async def breaks():
    async for letter in letters("break"):
        print(letter)
        break
    print("after")


async def held():
    kept = letters("held")
    print(await anext(kept))
    print("end")


async def returned():
    kept = letters("returned")
    print(await anext(kept))
    return kept


async def deleted():
    kept = letters("deleted")
    print(await anext(kept))
    del kept
    print("gone")
    await asyncio.sleep(1)
    other = letters("replaced")
    print(await anext(other))
    other = None
    print("gone", other)
    await asyncio.sleep(1)
    third = fourth = letters("held twice")
    print(await anext(third))
    del third
    await asyncio.sleep(1)
    print(await anext(fourth))
    await fourth.aclose()
    print("end")


def plain():
    try:
        yield 1
    finally:
        print("plain closed")


async def losses():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        task = asyncio.current_task()
        print("told", task and task.get_name(), repr(context["exception"]), context["message"])

    loop.set_exception_handler(handler)

    async def fails(number):
        raise ValueError(number)

    global tasks
    tasks = [asyncio.create_task(fails(number)) for number in range(2)]
    task = asyncio.create_task(fails(9))
    await asyncio.sleep(1)
    del task
    print("deleted")
    same = tasks[0]
    del same
    print("still in a list")
    future = loop.create_future()
    future.set_exception(KeyError("lost"))
    future = None
    print("replaced")
    iterator = plain()
    next(iterator)
    del iterator
    print("end")


for program in (breaks, held, deleted, losses):
    asyncio.run(program(), debug=False)
    print("--")
kept = asyncio.run(returned())
print("last")
