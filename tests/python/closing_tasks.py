"""Tasks that nobody holds any more are closed from inside out: what takes notice of it, or does not, or waits in a generator."""

import asyncio


def told(error):
    context = error.__context__
    return type(error).__name__, str(error), type(context).__name__ if context else None


async def nap():
    await asyncio.sleep(1)


async def swallows(name):
    try:
        await nap()
    except GeneratorExit as error:
        print(name, "swallows", *told(error))
    try:
        await asyncio.sleep(2)
    except BaseException as error:
        print(name, "second", *told(error))
        raise


async def outer(name, inner):
    try:
        print(name, "got", await inner())
    except BaseException as error:
        print(name, *told(error))
        raise
    finally:
        print(name, "is over")


async def stays(name):
    try:
        await nap()
    finally:
        print(name, "stays")
        await outer(name + " inside", nap)
        print(name, "never comes here")


async def agen(name, again):
    try:
        try:
            await nap()
            yield 1
        except GeneratorExit as error:
            print(name, *told(error))
            if again == "await":
                await nap()
            elif again == "yield":
                yield 2
            elif again == "raise":
                raise KeyError(name)
            elif again == "return":
                return
            raise
    finally:
        print(name, "finally")


async def steps(name, again):
    try:
        async for item in agen(name + " generator", again):
            print(name, item)
    except BaseException as error:
        print(name, *told(error))
        raise
    finally:
        print(name, "over")


async def held(name, generator):
    try:
        print(name, await anext(generator))
    except BaseException as error:
        print(name, *told(error))
    finally:
        print(name, "over")


async def closes(name):
    generator = late(name)
    print(await anext(generator))
    try:
        await generator.aclose()
    except BaseException as error:
        print(name, *told(error))
        raise


async def late(name):
    try:
        yield 1
    finally:
        print(name, "late")
        try:
            await nap()
        except BaseException as error:
            print(name, *told(error))
            raise


async def main(*coroutines):
    global tasks
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    await asyncio.sleep(0.5)
    return "main"


def run(*coroutines):
    global tasks
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda loop, context: print("handler", context["message"], repr(context.get("exception"))))
    print(loop.run_until_complete(main(*coroutines)))
    loop.close()
    print("closed")
    tasks.clear()
    print("let go")


run(outer("a", lambda: swallows("b")))
run(outer("a", lambda: stays("b")))
run(stays("a"))
for again in ["await", "yield", "raise", "return", "no"]:
    print("--", again)
    run(steps("s", again))
run(outer("a", lambda: steps("s", "await")))
generator = agen("held", "no")
run(held("h", generator))
try:
    generator.aclose().send(None)
except BaseException as error:
    print(*told(error))
del generator
print("gone")
run(closes("c"))


async def fails(name, exception):
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.1, future.set_exception, exception)
    try:
        await future
    except BaseException as error:
        print(name, *told(error), error is exception)
        raise


async def exits():
    for exception in [GeneratorExit("given"), KeyError("other")]:
        try:
            await asyncio.create_task(outer("a", lambda: outer("b", lambda: fails("c", exception))))
        except BaseException as error:
            print("task", *told(error), error is exception)


asyncio.run(exits())
