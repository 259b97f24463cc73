# The handle of a step holds what woke the task, and what came of it, until the step is over: generators in it are closed no earlier.
# What was lost before a handler is set is not told to it. What asks for a loop where none runs, and what threads ask of a loop that debugs.
import asyncio
import time


async def ticks():
    try:
        for number in range(3):
            await asyncio.sleep(0)
            yield number
    finally:
        print("ticks are over")


async def begun(name):
    async def walk():
        try:
            yield 1
            yield 2
        finally:
            print("closed", name)

    walker = walk()
    await anext(walker)
    return walker


async def doubled(source):
    async for each in source:
        yield each * 2


async def turns():
    for _ in range(3):
        await asyncio.sleep(0)
        print("next")


async def in_results():
    held = {}
    for name, made in (
        ("gather", asyncio.gather(begun("gather"))),
        ("task", asyncio.create_task(begun("task"))),
        ("shield", asyncio.shield(begun("shield"))),
        ("shielded gather", asyncio.shield(asyncio.gather(begun("shielded gather")))),
        ("wait_for", asyncio.wait_for(begun("wait_for"), 1)),
    ):
        held[name] = await made
        made = None
        held.clear()
        print(name, "is let go of")
        await turns()
    held["gather"] = await asyncio.gather(begun("own gather"))
    held.clear()
    await turns()


async def by_tasks():
    print(await asyncio.ensure_future(anext(doubled(ticks()))))


def told(name):
    return lambda loop, context: print(name, repr(context["exception"]))


async def bad(error):
    raise error


async def lost_before():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(RuntimeError("lost before there is a handler"))
    future = None
    loop.set_exception_handler(told("first"))
    await asyncio.sleep(0)
    task = asyncio.create_task(bad(ValueError("of a task")))
    await asyncio.sleep(0)
    task = None
    loop.set_exception_handler(told("second"))
    future = loop.create_future()
    future.set_exception(KeyError("of a future"))
    future = None
    loop.set_exception_handler(None)
    print("end")


async def in_a_thread():
    try:
        await asyncio.to_thread(print, "never")
    except RuntimeError as error:
        print(repr(error))


def step(coroutine):
    try:
        coroutine.send(None)
    except StopIteration:
        print("over")


def poke(loop, seen):
    loop.call_soon_threadsafe(lambda: seen.append("poked"))
    time.sleep(0.2)
    try:
        loop.call_soon(print, "never")
    except RuntimeError as error:
        seen.append(str(error)[:26])


async def of_a_thread():
    seen = []
    await asyncio.to_thread(poke, asyncio.get_running_loop(), seen)
    print(seen)


step(in_a_thread())
asyncio.run(in_results())
loop = asyncio.new_event_loop()
loop.run_until_complete(by_tasks())
loop.run_until_complete(loop.shutdown_asyncgens())
print("the loop ran")
loop.run_until_complete(turns())
loop.close()
asyncio.run(lost_before())
asyncio.run(of_a_thread(), debug=True)
step(in_a_thread())
