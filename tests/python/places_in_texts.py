# Texts tell where the script's code lies by the path that it was given by: of handles, tasks, callbacks and tracebacks.
import asyncio
import io
import sys
import traceback


def shown(*things):
    print(*[str(thing).replace(main.__code__.co_filename, "HERE") for thing in things])


def fail():
    raise ValueError(1)


async def work():
    await asyncio.sleep(0)
    raise KeyError("w")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: shown(context["message"]))
    shown(loop.call_soon(fail), loop.call_later(1, fail))
    task = asyncio.create_task(work(), name="work")
    shown(task)
    await asyncio.sleep(0)
    shown(task)
    await asyncio.sleep(0)
    shown(task)
    try:
        await task
    except KeyError as error:
        for frame in traceback.extract_tb(error.__traceback__):
            shown(frame.filename, frame.lineno, frame.name, frame.line)
        text = io.StringIO()
        traceback.print_exc(file=text)
        shown(text.getvalue())
    future = loop.create_future()
    future.add_done_callback(lambda future: None)
    shown(future)


try:
    raise ValueError("printed line by line")
except ValueError:
    written = io.StringIO()
    sys.stdout, before = written, sys.stdout
    traceback.print_exc(file=sys.stdout)
    sys.stdout = before
    shown(written.getvalue())
asyncio.run(main())
