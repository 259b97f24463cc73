"""What a loop that debugs logs from its making on, texts of callbacks that answer for their attributes, callbacks that are equal
from the other side, and what handles, handlers and factories let go of at once."""

import asyncio
import logging
import re


class Told(logging.Handler):
    def emit(self, record):
        print(record.levelname, re.sub(r" created at [^>]*", "", record.getMessage()))


class Held:
    def __init__(self, name):
        self.name = name

    def __call__(self, *arguments, **options):
        return None

    def __del__(self):
        print("freed", self.name)


class Answering:
    def __call__(self, *arguments):
        raise ZeroDivisionError("called")

    def __getattr__(self, name):
        raise AttributeError(name)

    def __repr__(self):
        return "<Answering>"


class Equal:
    def __init__(self, answer):
        self.answer = answer
        self.asked = 0

    def __eq__(self, other):
        self.asked += 1
        return self.answer


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    print(loop.call_soon(Answering()))
    await asyncio.sleep(0)
    future = loop.create_future()
    future.add_done_callback(Answering())
    print(future)
    for answer in (None, False, 0, NotImplemented, True, "yes"):
        future = loop.create_future()
        future.add_done_callback(nothing)
        future.add_done_callback(len)
        equal = Equal(answer)
        print(answer, future.remove_done_callback(equal), equal.asked, len(future._callbacks or ()))
    handle = loop.call_later(10, Held("a timer's argument"), Held("another"))
    handle.cancel()
    print("cancelled")
    handle = loop.call_soon(Held("called soon"))
    handle.cancel()
    print("cancelled, too")
    loop.set_exception_handler(Held("a handler"))
    loop.set_exception_handler(None)
    print("no handler")
    loop.set_task_factory(
        lambda loop, coro, held=Held("a factory's"), **options: asyncio.Task(coro, loop=loop, **options)
    )
    await asyncio.create_task(nothing())
    loop.set_task_factory(None)
    print("no factory")
    results = await asyncio.gather(asyncio.sleep(0, Held("first")), asyncio.sleep(0, Held("second")))
    results.clear()
    print("cleared")
    await asyncio.sleep(0)
    print("a step later")


logger = logging.getLogger("asyncio")
logger.addHandler(Told())
logger.propagate = False
logger.setLevel(logging.DEBUG)
asyncio.run(main())
loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.slow_callback_duration = 0.0
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
logger.setLevel(logging.INFO)
asyncio.run(nothing(), debug=True)
