# Who is told of a task that an interrupt ended, and of one that it left behind.
import asyncio
import gc


async def stop():
    raise KeyboardInterrupt


def interrupt():
    raise KeyboardInterrupt


async def left_behind():
    asyncio.get_running_loop().call_soon(interrupt)
    try:
        await asyncio.sleep(1)
    finally:
        print("left")


for make in (lambda loop: stop(), lambda loop: loop.create_task(stop()), lambda loop: left_behind()):
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda loop, context: print("told", context["message"]))
    try:
        loop.run_until_complete(make(loop))
    except KeyboardInterrupt:
        print("interrupted")
    loop.close()
    gc.collect()
loop = asyncio.new_event_loop()
loop.call_exception_handler = lambda context: print("told", context["message"])
try:
    loop.run_until_complete(stop())
except KeyboardInterrupt:
    print("interrupted")
loop.close()
gc.collect()
