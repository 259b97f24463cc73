"""What a loop was to run is seen by the callback that would stop it: what leaves the loop by itself is not told of as never
retrieved, stops no other loop, and does not stop one that it did not leave."""

import asyncio


def handler(loop, context):
    print("handler", context["message"])


async def leaves(error):
    asyncio.get_running_loop().set_exception_handler(handler)
    await asyncio.sleep(0)
    raise error


async def fine():
    await asyncio.sleep(1)
    return "fine"


for error in SystemExit(3), KeyboardInterrupt("key"):
    try:
        asyncio.run(leaves(error))
    except BaseException as e:
        print("out", repr(e))

# The callback waits in a loop that is closed before it runs.
loop = asyncio.new_event_loop()
task = loop.create_task(leaves(SystemExit(4)))
try:
    loop.run_until_complete(task)
except SystemExit as e:
    print("out", e.code)
del task
loop.close()
print("closed")
print(asyncio.run(fine()))

# A future that somebody else gave such an exception: the loop goes on until something else stops it.
loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(1, future.set_exception, KeyboardInterrupt("given"))
loop.call_later(2, print, "goes on")
loop.call_later(3, loop.stop)
try:
    loop.run_until_complete(future)
except KeyboardInterrupt as e:
    print("out", repr(e))
print(loop.run_until_complete(fine()))
loop.close()
