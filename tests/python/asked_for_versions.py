"""Programs that ask which Python they run on, and what only one branch of an `if` or a `try` can import."""

import asyncio
import sys

if sys.version_info >= (3, 11):
    from asyncio import timeout
else:
    from timeouts_of_nobody import timeout

if sys.version_info[:2] < (3, 9):
    from polyfills_of_nobody import *

    import nothing_of_nobody as timeout
elif not sys.version_info >= (3, 12):
    from asyncio import TaskGroup as Newest
elif sys.version_info < (3, 13):
    from asyncio import eager_task_factory as Newest
else:
    from asyncio import QueueShutDown as Newest

if sys.version_info >= (3, 12):
    from typing import override
else:

    def override(method):
        return method


try:
    from typing import final
except ImportError:
    final = None

try:
    import contextvars
except ImportError:
    contextvars = None


@final
class Job:
    @override
    async def run(self):
        if sys.version_info < (3, 0):
            import queues_of_nobody

            return queues_of_nobody.Queue()
        async with timeout(1):
            return await asyncio.sleep(0.5, "run")


print(asyncio.run(Job().run()), Newest is not None)
if contextvars is not None:
    variable = contextvars.ContextVar("variable", default=3)
    print(variable.get(), variable.name)

major, minor, *rest = sys.version_info
print(major, sys.version_info.major, minor == sys.version_info.minor == sys.version_info[1], len(rest))
print(sys.version_info >= (3, 11), sys.version_info < (4,), (3, 11) <= sys.version_info, sys.version_info[:1])
print(type(sys.version_info).__name__, sys.version_info.releaselevel, sys.implementation.name, sys.implementation.cache_tag[:8])
print(isinstance(sys.version_info, tuple), f"{sys.version_info.major}.x", "%d" % sys.version_info[0])
