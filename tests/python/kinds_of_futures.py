"""What gather returns is of a class of its own; a callback is removed by what it equals; OSError by its number."""

import asyncio
import functools


class Hub:
    def note(self, future):
        print("note", type(future).__name__)


def crash(error):
    raise error


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("problem", context["message"], repr(context["exception"])))
    hub = Hub()
    gathered = asyncio.gather(asyncio.sleep(0.1, 1), asyncio.sleep(0.2, 2))
    empty = asyncio.gather()
    print(type(gathered).__name__, type(empty).__name__, isinstance(gathered, asyncio.Future), repr(empty)[:20])
    print(type(gathered) is asyncio.Future, type(empty) is asyncio.Future, type(gathered).__module__, type(gathered))
    gathered.add_done_callback(hub.note)
    gathered.add_done_callback(hub.note)
    gathered.add_done_callback(functools.partial(print, "done"))
    print(gathered.remove_done_callback(hub.note), gathered.remove_done_callback(hub.note))
    gathered.add_done_callback(hub.note)
    gathered.add_done_callback(Hub().note)
    print(gathered.remove_done_callback(hub.note), await gathered)
    lost = asyncio.gather(fail(0.1, OSError(2, "gone")), fail(0.2, OSError("plain")))
    await asyncio.sleep(0.15)
    del lost
    await asyncio.sleep(0.2)
    for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 114, 115, 108, 5, 99):
        error = OSError(number, "text")
        print(number, type(error).__name__, error, error.args, error.errno, error.strerror)
    print(repr(OSError(2)), repr(OSError("2", "x")), repr(ValueError(2, "x")), repr(ConnectionError(104, "x")))
    try:
        raise OSError(13, "closed")
    except PermissionError as error:
        print("caught", repr(error))


asyncio.run(main())
