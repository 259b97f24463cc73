"""Loops that are stopped inside of what runs them, and generators that fail when a loop closes them."""

import asyncio


def attempt(label, function):
    try:
        print(label, function())
    except RuntimeError as error:
        print(label, error)


async def stops(log):
    asyncio.get_running_loop().stop()
    try:
        await asyncio.sleep(1)
        log.append("slept")
        return "done"
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def stops_when_cancelled():
    async def stubborn():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            asyncio.get_running_loop().stop()
            await asyncio.sleep(1)
            print("not reached")

    asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    return "main"


log = []
attempt("run", lambda: asyncio.run(stops(log)))
print(log)
with asyncio.Runner() as runner:
    attempt("runner", lambda: runner.run(stops(log)))
    attempt("again", lambda: runner.run(asyncio.sleep(2, "slept on")))
print(log)
attempt("in the end", lambda: asyncio.run(stops_when_cancelled()))

told = []


def handler(loop, context):
    told.append((context["message"].split("<")[0], repr(context["exception"]), sorted(context), context["asyncgen"] in kept))


async def counting(number):
    try:
        yield number
    finally:
        if number % 2:
            raise KeyError(number)


kept = []


async def left():
    asyncio.get_running_loop().set_exception_handler(handler)
    for number in range(4):
        kept.append(counting(number))
        await anext(kept[-1])
    return "left"


print(asyncio.run(left()), told)
told.clear()
kept.clear()
loop = asyncio.new_event_loop()
print(loop.run_until_complete(left()))
loop.run_until_complete(loop.shutdown_asyncgens())
print(told)
loop.close()
