# /// kitchen-sim
# description = "SIGINT cancels the main task, and KeyboardInterrupt comes out of asyncio.run; SIGTERM asks the chef to close"
#
# [expect]
# ends = "4s"
# prints = ["cooking", "put the pans away", "interrupted at 1", "last orders", "closed at 4"]
# ///
import asyncio
import signal
import time


async def cook():
    asyncio.get_running_loop().call_later(1, signal.raise_signal, signal.SIGINT)
    print("cooking")
    try:
        await asyncio.sleep(60)
    finally:
        print("put the pans away")


async def serve():
    loop = asyncio.get_running_loop()
    closing = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, closing.set)
    loop.call_later(2, signal.raise_signal, signal.SIGTERM)
    await closing.wait()
    print("last orders")
    await asyncio.sleep(1)


try:
    asyncio.run(cook())
except KeyboardInterrupt:
    print(f"interrupted at {time.monotonic():g}")
asyncio.run(serve())
print(f"closed at {time.monotonic():g}")
