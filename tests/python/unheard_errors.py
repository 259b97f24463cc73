"""What nobody takes, and the hooks that hear of it: of threads, of what is freed, of functions called at exit, of the program's end."""

import asyncio
import atexit
import io
import logging
import sys
import threading
import time
import weakref

told = io.StringIO()
logging.basicConfig(stream=told, format="%(message)s")


def heard_of_thread(args):
    kind, error, frames, thread = args
    print(
        "thread", kind.__name__, error, frames is error.__traceback__, thread.name, threading.current_thread() is thread
    )
    print(" ", args.exc_type is kind, args.exc_value is error, args.thread is thread, sys.exc_info()[0] is kind)


def fails(seconds):
    time.sleep(seconds)
    raise ValueError(f"after {seconds}")


def leaves():
    raise SystemExit(3)


def heard_of_rest(args):
    message = args.err_msg and args.err_msg.split(" at 0x")[0]
    print(
        "unraisable", args.exc_type.__name__, args.exc_value, message, getattr(args.object, "__qualname__", args.object)
    )
    print(
        " ",
        type(args).__name__,
        len(args),
        args.exc_traceback.tb_lineno - args.exc_traceback.tb_frame.f_code.co_firstlineno,
    )


class Dish:
    def __del__(self):
        raise KeyError("dropped")


class Guest:
    pass


def gone(reference):
    raise OSError(f"gone: {reference()}")


def bye():
    raise RuntimeError("bye")


def last(kind, error, frames):
    print("last", kind.__name__, error, frames.tb_frame.f_code.co_name, sys.exc_info(), time.monotonic() > 0)


def handler(loop, context):
    print("handler", sys.exc_info()[0], context["message"].split(" at ")[0])
    raise KeyError("a handler fails")


async def callbacks():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(fails, 0)
    future = loop.create_future()
    future.add_done_callback(lambda done: fails(done.result()))
    future.set_result(0)
    future = loop.create_future()
    future.set_exception(OSError("never retrieved"))
    del future
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    for line in told.getvalue().splitlines():
        if not line.startswith((" ", "context:")):
            print("log", line)


async def main():
    await callbacks()
    thread = threading.Thread(target=fails, args=(0.25,), name="cook")
    thread.start()
    await asyncio.to_thread(thread.join)
    dish = Dish()
    del dish
    guest = Guest()
    reference = weakref.ref(guest, gone)
    del guest
    print("no guest", reference())
    await asyncio.sleep(0.5)
    raise asyncio.InvalidStateError("the end")


print(threading.ExceptHookArgs, threading.excepthook is threading.__excepthook__)
threading.excepthook = heard_of_thread
for target, name in ((leaves, "leaver"), (lambda: fails(0.125), "helper")):
    started = threading.Thread(target=target, name=name)
    started.start()
    started.join()
threading.excepthook = threading.__excepthook__
started = threading.Thread(target=leaves)
started.start()
started.join()
threading.excepthook = heard_of_thread
sys.unraisablehook = heard_of_rest
sys.excepthook = last
atexit.register(bye)
asyncio.run(main())
