"""What a script tells asyncio of tasks that others made: registered, entered and left by hand."""

import asyncio
from asyncio import tasks
from asyncio.futures import _copy_future_state


class Loop:
    def __repr__(self):
        return "<Loop>"


class Task:
    def __init__(self, loop, name, is_done=False):
        self._loop, self.name, self.is_done = loop, name, is_done

    def done(self):
        return self.is_done

    def get_loop(self):
        return self._loop

    def get_coro(self):
        return None

    def __repr__(self):
        return f"<{self.name}>"


def attempt(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except RuntimeError as error:
        print(function.__name__, error)


loop = Loop()
first, second = Task(loop, "first"), Task(loop, "second")
print(asyncio.all_tasks(loop))
for _ in range(2):
    asyncio._register_task(first)
    print(asyncio.all_tasks(loop))
for _ in range(2):
    asyncio._unregister_task(first)
    print(asyncio.all_tasks(loop))
tasks._register_task(Task(loop, "done", is_done=True))
print(asyncio.all_tasks(loop))

attempt(asyncio.current_task, loop)
attempt(asyncio._leave_task, loop, first)
attempt(asyncio._enter_task, loop, first)
attempt(asyncio.current_task, loop)
attempt(asyncio._enter_task, loop, second)
attempt(asyncio._leave_task, loop, second)
attempt(asyncio._leave_task, loop, first)
attempt(asyncio.current_task, loop)


async def main():
    running, own = asyncio.get_running_loop(), asyncio.current_task()
    asyncio._enter_task(loop, first)
    print(asyncio.current_task(loop), asyncio.current_task() is own)
    asyncio._leave_task(loop, first)
    foreign = Task(running, "foreign")
    asyncio._register_task(foreign)
    print(foreign in asyncio.all_tasks(), len(asyncio.all_tasks()), len(asyncio.all_tasks(running)))
    asyncio._unregister_task(foreign)
    print(len(asyncio.all_tasks()))
    source, copy = running.create_future(), running.create_future()
    source.set_result(10)
    _copy_future_state(source, copy)
    print(copy.result())


asyncio.run(main())
