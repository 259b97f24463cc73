"""A loop that debugs knows where its tasks, futures and handles were made: their texts, `_source_traceback`, what handlers and logs say."""

import asyncio
import io
import logging
import re

FOLDER = re.compile(r"/[^ \"]*/(?=(asyncio/)?\w+\.py)|/(?=created_at\.py)")
told = io.StringIO()
logging.basicConfig(stream=told, format="%(levelname)s %(name)s %(message)s")


def clean(thing):
    return FOLDER.sub("", re.sub(r"0x[0-9a-f]+", "0x", str(thing)))


def own_frames(stack):
    return [(frame.name, frame.lineno - START, frame.line) for frame in stack if "created_at" in frame.filename]


def boom():
    1 / 0


def asked(future):
    raise OSError(repr(future.result()))


async def child(seconds=0.0625):
    await asyncio.sleep(seconds)


async def fails(error):
    raise error


START = child.__code__.co_firstlineno


def handler(loop, context):
    print("handler", sorted(context), clean(context["message"]))
    print("  ", own_frames(context.get("source_traceback") or ()))
    print("  ", clean(context.get("handle") or context.get("future") or context.get("task")))


async def tasks(loop):
    made = [asyncio.create_task(child(), name="by create_task"), loop.create_task(child(), name="by the loop")]
    made += [asyncio.ensure_future(child()), asyncio.Task(child(), loop=loop)]
    async with asyncio.TaskGroup() as group:
        made.append(group.create_task(child(), name="by a group"))
        for task in made:
            print(clean(task), own_frames(task._source_traceback))
        await asyncio.sleep(0)
        print(clean(made[0]))
        made[1].cancel()
        print(clean(made[1]))
    gathered = asyncio.gather(child(), *made, return_exceptions=True)
    print(clean(gathered), own_frames(gathered._source_traceback))
    await gathered
    print(clean(made[0]), clean(asyncio.current_task()))
    for task in asyncio.all_tasks():
        print(task.get_name(), own_frames(task._source_traceback))


async def futures(loop):
    for future in (loop.create_future(), asyncio.Future(), asyncio.shield(loop.create_future())):
        print(clean(future), type(future._source_traceback).__name__, own_frames(future._source_traceback))
        future.set_result("ready")
        print(clean(future))
    event = asyncio.Event()
    waiting = asyncio.create_task(asyncio.wait_for(event.wait(), 5))
    await asyncio.sleep(0)
    print(clean(waiting))
    event.set()
    await waiting


def deep(loop, depth):
    return deep(loop, depth - 1) if depth else loop.call_soon(boom)


async def handles(loop):
    made = [loop.call_soon(boom), loop.call_later(1, boom), loop.call_at(2.5, max, "x", 1), deep(loop, 12)]
    for handle in made:
        print(clean(handle), own_frames(handle._source_traceback))
        handle.cancel()
        print(clean(handle))
    deep(loop, 2)
    await asyncio.sleep(0)


async def lost(loop):
    loop.set_exception_handler(handler)
    deep(loop, 1)
    asked_later = loop.create_future()
    asked_later.add_done_callback(asked)
    asked_later.set_result("asked")
    asyncio.create_task(fails(ValueError("nobody asks")))
    future = loop.create_future()
    future.set_exception(KeyError("nobody, either"))
    del future
    await asyncio.sleep(0.0625)


async def on_and_off(loop):
    loop.set_debug(False)
    quiet = asyncio.create_task(child())
    print(clean(quiet), quiet._source_traceback, loop.call_soon(boom)._source_traceback)
    loop.set_debug(True)
    print(clean(quiet), clean(asyncio.create_task(child())))
    await quiet


async def main():
    loop = asyncio.get_running_loop()
    for part in (tasks, futures, handles, lost, on_and_off):
        print("--", part.__name__)
        try:
            await part(loop)
        except ZeroDivisionError as error:
            print(error)


asyncio.run(main(), debug=True)
for line in told.getvalue().splitlines():
    if "created_at" not in line and ".py" not in line and not line.startswith("    "):
        print(clean(line))
