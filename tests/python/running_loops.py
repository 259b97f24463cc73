"""Which loop runs, as far as the thread knows: what a script says of it, and a loop that is run inside of itself."""

import asyncio


def attempt(label, function):
    try:
        print(label, function())
    except RuntimeError as error:
        print(label, error)


async def other():
    print("other")
    try:
        await asyncio.sleep(0.1)
    except RuntimeError as error:
        print("other", error)
    attempt("other", lambda: asyncio.get_running_loop() is not None)


async def told():
    loop = asyncio.get_running_loop()
    print(asyncio._get_running_loop() is loop, asyncio.events._get_running_loop() is loop)
    asyncio._set_running_loop(None)
    attempt("none", lambda: (asyncio._get_running_loop(), loop.is_running()))
    attempt("current", asyncio.current_task)
    attempt("of the loop", lambda: asyncio.current_task(loop) is not None)
    asyncio._set_running_loop(loop)
    attempt("again", lambda: asyncio.current_task() is not None)


async def nested():
    loop = asyncio.get_running_loop()
    attempt("nested", loop.run_forever)
    attempt("running", lambda: (loop.is_running(), asyncio._get_running_loop() is loop))
    attempt("get", lambda: asyncio.get_running_loop() is loop)
    attempt("current", lambda: asyncio.current_task() is not None)
    attempt("all", lambda: len(asyncio.all_tasks()))
    attempt("timeout", lambda: type(asyncio.timeout(1)).__name__)
    task = loop.create_task(other())
    await task
    try:
        await asyncio.sleep(0.1)
        print("slept")
    except RuntimeError as error:
        print("sleep", error)
    await asyncio.sleep(0)
    if asyncio._get_running_loop() is None:
        coroutine = other()
        attempt("create", lambda: asyncio.create_task(coroutine))
        coroutine.close()
    future = loop.create_future()
    loop.call_later(0.5, future.set_result, 1)
    await future
    print("end", loop.time())


async def nested_other(loop):
    attempt("another", loop.run_forever)
    attempt("running", lambda: (loop.is_running(), asyncio._get_running_loop() is not None))


asyncio.run(told())
try:
    asyncio.run(nested())
except RuntimeError as error:
    print(error)

loop = asyncio.new_event_loop()
asyncio._set_running_loop(loop)
coroutine = other()
attempt("run", lambda: asyncio.run(coroutine))
coroutine.close()
attempt("set", lambda: (asyncio.get_running_loop() is loop, asyncio.current_task(), loop.is_running()))
task = asyncio.create_task(other(), name="told")
print(asyncio.Future().get_loop() is loop)
asyncio._set_running_loop(None)
loop.run_until_complete(task)
second = asyncio.new_event_loop()
loop.run_until_complete(nested_other(second))
second.close()
loop.run_until_complete(nested_other(second))
loop.close()


async def close_runners(mine):
    late = asyncio.Runner()
    attempt("unused", late.close)
    busy = asyncio.Runner()
    busy.get_loop()
    for _ in range(2):
        attempt("busy", busy.close)
    attempt("closed", busy.get_loop)
    try:
        mine.close()
    except RuntimeError as error:
        print(error, "|", error.__context__)
    print(mine.get_loop().is_closed(), asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("the runner asks its tasks to stop")


with asyncio.Runner() as runner:
    runner.run(close_runners(runner))
    print(runner.run(asyncio.sleep(1, "goes on")), runner.get_loop().time())
