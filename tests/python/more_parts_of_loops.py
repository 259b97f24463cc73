"""What loops, clocks and the collector of garbage tell of themselves."""

import asyncio
import gc
import time


def counts(loop):
    return len(loop._scheduled), loop._timer_cancelled_count


async def main():
    loop = asyncio.get_running_loop()
    print(loop._clock_resolution < 1e-8, loop._task_factory, loop._exception_handler, loop._executor_shutdown_called)
    handles = [loop.call_later(1 + number, print, number) for number in range(120)]
    print(counts(loop))
    for handle in handles[10:60]:
        handle.cancel()
    await asyncio.sleep(0)
    print(counts(loop))
    for handle in handles[60:90]:
        handle.cancel()
    await asyncio.sleep(0)
    print(counts(loop))
    for handle in handles:
        handle.cancel()
    await asyncio.sleep(0)
    print(counts(loop))
    loop.set_task_factory(factory)
    loop.set_exception_handler(handler)
    print(loop._task_factory is factory, loop._exception_handler is handler)
    loop.set_task_factory(None)
    await loop.shutdown_default_executor()
    print(loop._executor_shutdown_called)


def factory(loop, coro, **more):
    return asyncio.Task(coro, loop=loop, **more)


def handler(loop, context):
    print(context["message"])


def clocks():
    for name in ("monotonic", "perf_counter", "time", "process_time"):
        info = time.get_clock_info(name)
        print(name, info.implementation, info.monotonic, info.adjustable, info.resolution)
    print(time.get_clock_info("monotonic"))
    try:
        time.get_clock_info("sundial")
    except ValueError as error:
        print(error)


def collector():
    seen = []

    def watches(phase, info):
        seen.append((phase, info["generation"], sorted(info)))

    print(gc.get_threshold(), gc.get_debug(), gc.garbage)
    gc.set_threshold(5, 6)
    print(gc.get_threshold())
    gc.set_threshold(1, 2, 3)
    print(gc.get_threshold(), gc.set_threshold(700))
    gc.callbacks.append(watches)
    gc.collect()
    gc.collect(0)
    gc.callbacks.remove(watches)
    print([each for each in seen if each[1] != 1][:2])
    print(gc.freeze(), gc.unfreeze(), gc.get_freeze_count(), gc.DEBUG_LEAK, gc.DEBUG_SAVEALL)
    try:
        gc.collect(5)
    except ValueError as error:
        print(error)


asyncio.run(main())
clocks()
collector()
