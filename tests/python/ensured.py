# What `ensure_future` asks first, and what becomes of a coroutine of which no task is made.
import asyncio
import inspect


async def coro():
    pass


class Awaitable:
    def __await__(self):
        yield


def attempt(what, **options):
    try:
        print(type(asyncio.ensure_future(what, **options)).__name__)
    except Exception as error:
        print(type(error).__name__, error)
    if inspect.iscoroutine(what):
        print(inspect.getcoroutinestate(what))
        what.close()


asyncio.set_event_loop(None)
for misfit in ("ok", 3, coro, None):
    attempt(misfit)
attempt(coro())
attempt(Awaitable())
loop = asyncio.new_event_loop()
loop.close()
attempt("ok", loop=loop)
attempt(coro(), loop=loop)
attempt(Awaitable(), loop=loop)
made = coro()
try:
    loop.create_task(made)
except RuntimeError as error:
    print(error, inspect.getcoroutinestate(made))
made.close()


def refusing(kind):
    def factory(loop, coro, **options):
        raise kind("no tasks today")

    return factory


async def main():
    loop = asyncio.get_running_loop()
    for kind in (RuntimeError, NotImplementedError, ValueError):
        loop.set_task_factory(refusing(kind))
        attempt(coro())
        made = coro()
        try:
            loop.create_task(made)
        except Exception as error:
            print(type(error).__name__, error, inspect.getcoroutinestate(made))
        made.close()
    loop.set_task_factory(None)
    attempt(Awaitable())


asyncio.run(main())
