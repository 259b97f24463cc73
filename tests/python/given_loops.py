"""Futures of jobs belong to the loop that was given, or whose method gave them; flags go through single bits alone."""

import asyncio
import concurrent.futures
import enum


class Mode(enum.Flag):
    NONE = 0
    READ = enum.auto()
    WRITE = enum.auto()
    BOTH = READ | WRITE
    SAME = BOTH
    RUN = 8


class Bits(enum.IntFlag):
    LOW = 1
    HIGH = 2
    ALL = 3


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
asyncio.set_event_loop(first)
job = concurrent.futures.Future()
future = asyncio.wrap_future(job, loop=second)
print(future.get_loop() is second)
job.set_result("done")
print(second.run_until_complete(future))
future = second.run_in_executor(None, lambda: 5)
print(future.get_loop() is second, second.run_until_complete(future))


async def main():
    return second.run_in_executor(None, lambda: 6)


future = first.run_until_complete(main())
print(future.get_loop() is second, second.run_until_complete(future))
for loop in (first, second):
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()

print(list(Mode), len(Mode), Mode.BOTH, (Mode.READ | Mode.WRITE) is Mode.BOTH, Mode(3) is Mode.BOTH, Mode.SAME is Mode.BOTH)
print(repr(Mode.NONE), bool(Mode.NONE), Mode["BOTH"], list(Mode.__members__), Mode(11), repr(Mode.READ | Mode.RUN))
print(list(Mode.BOTH), Mode.READ in Mode.BOTH, Mode.BOTH & Mode.WRITE, ~Mode.READ)
print(list(Bits), repr(Bits.ALL), Bits(3) is Bits.ALL, repr(Bits.LOW | Bits.HIGH), Bits.LOW + 1, f"{Bits.HIGH:03d}")
