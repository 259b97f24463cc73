"""Exception handlers that fail themselves, called by the loop and by the script."""

import asyncio
import logging


class Lines(logging.Handler):
    def emit(self, record):
        error = record.exc_info[1] if record.exc_info else None
        print(record.levelname, record.getMessage().split(" at ")[0].splitlines()[0], repr(error))


logging.getLogger("asyncio").addHandler(Lines())
logging.getLogger("asyncio").propagate = False
loop = asyncio.new_event_loop()


def spin():
    loop.call_later(0.01, loop.stop)
    loop.run_forever()


def fail():
    raise ZeroDivisionError("in a callback")


def broken(loop, context):
    raise AttributeError("in the handler")


def leaving(loop, context):
    raise SystemExit("out of the handler")


loop.set_exception_handler(broken)
loop.call_soon(fail)
spin()
loop.call_exception_handler({"message": "by hand"})
loop.set_exception_handler(leaving)
loop.call_soon(fail)
try:
    spin()
except SystemExit as error:
    print("left", error)
try:
    loop.call_exception_handler({"message": "by hand"})
except SystemExit as error:
    print("raised", error)
spin()
loop.close()
