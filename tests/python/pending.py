# Tasks that are not over when nobody holds them any more: told of, and their coroutines closed, where a loop is closed, where the
# collector comes, and at the end.
import asyncio
import gc


def handler(loop, context):
    task = context["task"]
    print("handler:", context["message"], sorted(context), task.get_name(), task.done())


async def guarded(name, awaitable):
    try:
        await awaitable
    except BaseException as error:
        print(name, "got", type(error).__name__)
        raise
    finally:
        print(name, "finally")


async def locked(name, lock):
    async with lock:
        print(name, "has the lock")
        await asyncio.sleep(100)


async def nested(name):
    try:
        await guarded(name + " inside", asyncio.sleep(5))
    finally:
        print(name, "outside")


async def stubborn(name):
    while True:
        try:
            await asyncio.sleep(3)
        except GeneratorExit:
            print(name, "takes no notice")
            await asyncio.sleep(1)
            print("never")


async def gathers(name):
    """Of the children that gather makes of coroutines nobody is told."""
    try:
        await asyncio.gather(guarded(name + " child", asyncio.sleep(8)), asyncio.sleep(9))
    finally:
        print(name, "over")


async def never(name):
    print("never", name)


async def forgets():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    asyncio.create_task(guarded("lost future", loop.create_future()))
    asyncio.create_task(guarded("sleeper", asyncio.sleep(7)))
    event = asyncio.Event()
    asyncio.create_task(guarded("lost event", event.wait()))
    kept = asyncio.Event()
    asyncio.create_task(guarded("kept event", kept.wait()))
    del event
    await asyncio.sleep(1)
    print("collect")
    gc.collect()
    print("collected")
    kept.set()
    await asyncio.sleep(1)
    print("end of run")


asyncio.run(forgets())
print("after run")


async def waits(condition):
    async with condition:
        await condition.wait()


async def fails():
    raise ValueError("nobody looks")


async def first():
    """The tasks and their condition hold each other; the next run looks, and the runner cancels them."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"]))
    condition = asyncio.Condition()
    for name in ["one", "two"]:
        loop.create_task(guarded(name, waits(condition)))
    await asyncio.sleep(1)


async def second():
    global failed
    failed = asyncio.get_running_loop().create_task(fails())
    await asyncio.sleep(1)


with asyncio.Runner() as runner:
    runner.run(first())
    runner.run(second())
    runner.run(second())

failed = None

async def main(loop):
    woken = loop.create_future()
    loop.create_task(guarded("woken", woken))
    loop.create_task(nested("nested"))
    loop.create_task(stubborn("stubborn"))
    loop.create_task(gathers("gathering"))
    loop.create_task(guarded("future", loop.create_future()))
    await asyncio.sleep(1)
    woken.set_result(1)
    loop.create_task(never("started"), name="late")
    print("main over")


loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
loop.run_until_complete(main(loop))
print("closing")
loop.close()
print("closed")


def driven(name):
    coroutine = nested(name)
    try:
        coroutine.send(None)
    except RuntimeError as error:
        print(name, error)


driven("by hand")
loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
held = loop.create_task(guarded("held", asyncio.sleep(9)))
loop.create_task(guarded("free", asyncio.sleep(9)))
loop.run_until_complete(asyncio.sleep(1))


def numbers():
    try:
        yield 1
    finally:
        print("numbers over")


generator = numbers()
next(generator)
print("end")
