"""What is seen of a task: its steps, by a driver in place of its coroutine."""

import asyncio
from collections.abc import Coroutine

from .recorder import shown


class Driver(Coroutine):
    """Stands between a task and its coroutine and notes what passes. Everything else is the coroutine's."""

    def __init__(self, recorder, coroutine, name):
        self.recorder = recorder
        self.coroutine = coroutine
        self.label = recorder.label(name)
        self.number = recorder.created
        recorder.created += 1
        self.awaits = None  # as text, from the first step on
        self.future = None  # the same, as the object
        recorder.alive[self.number] = self

    def __getattr__(self, name):
        return getattr(self.coroutine, name)

    def __repr__(self):
        return repr(self.coroutine)

    def __await__(self):
        return self.coroutine.__await__()

    def close(self):
        """Pass it on."""
        self.coroutine.close()

    def send(self, value):
        """The task's next step."""
        return self._step(self.coroutine.send, value, thrown=None)

    def throw(self, exception, *rest):
        """The task's next step, which begins with an exception."""
        return self._step(self.coroutine.throw, exception, *rest, thrown=exception)

    def _step(self, advance, *arguments, thrown):
        outside, self.recorder.running = self.recorder.running, self
        try:
            self._begin(thrown)
            yielded = advance(*arguments)
            self._suspend(yielded)
            return yielded
        except StopIteration as stop:
            self._finish(*self._ending(stop))
            raise
        except asyncio.CancelledError:
            self._finish("cancelled", {})
            raise
        except BaseException as exception:
            self._finish("raise", {"exception": shown(exception)})
            raise
        finally:
            self.recorder.running = outside

    def _begin(self, thrown):
        """A task that is cancelled before its first step has no start: no line of it runs."""
        if self.awaits is not None:
            self.recorder.emit("resume", **{"from": self.awaits}, **came_of(self.future, thrown))
        elif thrown is None:
            self.recorder.emit("start")
        self.future = None

    def _suspend(self, future):
        self.future = future
        self.awaits = awaited(future)
        self.recorder.emit("await", on=self.awaits)

    def _ending(self, stop):
        """How the task ends when its coroutine returns: cancelled, if a cancellation came in that last step."""
        task = asyncio.current_task()
        if getattr(task, "_must_cancel", False):
            return "cancelled", {}
        return "return", {} if stop.value is None else {"value": shown(stop.value)}

    def _finish(self, event, fields):
        del self.recorder.alive[self.number]
        self.recorder.emit(event, **fields)


def awaited(future):
    """What a task waits for, in the words of the trace."""
    if future is None:
        return "sleep 0"
    if isinstance(future, asyncio.Task):
        return f"task {label_of(future)}"
    if isinstance(future, asyncio.tasks._GatheringFuture):
        return f"gather({len({id(child) for child in future._children})})"
    loop = asyncio.get_running_loop()
    if future is loop.sleeping_future:
        return f"sleep {loop.sleeping_ns}"
    return "future"


def label_of(task):
    """The label of a task; the library's own helpers have none."""
    return getattr(asyncio.Task.get_coro(task), "label", None)


def came_of(future, thrown):
    """What came of a wait: cancelled, an exception, a value, or nothing worth a word."""
    if isinstance(thrown, asyncio.CancelledError):
        return {"cancelled": True}
    if thrown is not None:
        return {"raised": shown(thrown)}
    # A class of the program says nothing here: its methods may print.
    if not isinstance(future, asyncio.Future) or not asyncio.Future.done(future) or asyncio.Future.result(future) is None:
        return {}
    return {"value": shown(asyncio.Future.result(future))}
