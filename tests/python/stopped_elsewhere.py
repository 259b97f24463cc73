# `stop` is for the loop whose it is, be it closed, or not yet run.
import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


closed = asyncio.new_event_loop()
closed.close()
closed.stop()
loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()
print(loop.run_until_complete(nap(1)))
other.stop()
print(loop.run_until_complete(nap(1)))


async def stop_the_other():
    other.stop()
    return await nap(1)


print(loop.run_until_complete(stop_the_other()))
try:
    other.run_until_complete(nap(1))
except RuntimeError as error:
    print(error)
print(other.run_until_complete(nap(1)), other.time())
loop.close()
other.close()
