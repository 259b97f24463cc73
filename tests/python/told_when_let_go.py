# Who holds a task whose exception nobody sees, and when the loop's handler is told.
import asyncio
import concurrent.futures


def handler(loop, context):
    task = asyncio.current_task()
    exception = context["exception"]
    where = task.get_name() if task else "the loop"
    message = context["message"].partition("(")[0]
    print(message, type(exception).__name__, type(exception.__context__).__name__, "in", where)


async def fail(delay):
    try:
        await asyncio.sleep(delay)
    finally:
        print("fails")
        raise ValueError(delay)


async def cancels_at_the_instant():
    # The sleep is over already: the step itself makes the CancelledError, and holds its task when it lets go of that.
    things = [asyncio.create_task(fail(0.03), name="late"), asyncio.create_task(asyncio.sleep(0))]
    done, pending = await asyncio.wait(things, timeout=0.03, return_when="FIRST_EXCEPTION")
    things.clear()
    for task in pending:
        task.cancel()


async def at_one_instant():
    await asyncio.create_task(cancels_at_the_instant())
    await asyncio.sleep(0.05)


def give_up(loop):
    future = asyncio.run_coroutine_threadsafe(fail(0.05), loop)
    try:
        return future.result(0.02)
    except concurrent.futures.TimeoutError:
        return future.cancel()


async def given_up():
    # A future that was cancelled does not ask what became of its task.
    print(await asyncio.to_thread(give_up, asyncio.get_running_loop()))
    await asyncio.sleep(0.05)


tasks = []


async def waits(other):
    await tasks[other]


async def make_circle():
    tasks[:] = [asyncio.create_task(waits(1)), asyncio.create_task(waits(0))]
    await asyncio.sleep(0)


async def in_a_circle():
    await make_circle()
    tasks[0].cancel()


def watch_timer(loop, context):
    print(context["message"], type(context["exception"]).__name__)
    tasks.append("told")


async def until_told():
    asyncio.get_running_loop().set_exception_handler(watch_timer)
    await make_circle()
    waiting = asyncio.create_task(in_time_or_never())
    await asyncio.sleep(0.02)
    print(len(tasks))
    waiting.cancel()


async def in_time_or_never():
    async with asyncio.timeout(0.01):
        await tasks[0]


async def main(part):
    asyncio.get_running_loop().set_exception_handler(handler)
    await part()
    print("over")


for part in (at_one_instant, given_up):
    print(part.__name__)
    asyncio.run(main(part))
for part in (in_a_circle, until_told):
    print(part.__name__)
    try:
        asyncio.run(part())
    except RecursionError as error:
        print(type(error).__name__, type(error.__context__).__name__)
