"""The trace: one JSON object a line, and the end of the process with the end of the run."""

import asyncio
import json
import os
import sys
import weakref

from .sets import OrderedSet, creation

SHOWN_CHARACTERS = 200  # of a value


class Recorder:
    """Writes the events, one JSON object a line, and ends the process with the run."""

    def __init__(self, clock, out, max_events, prints_only=False):
        self.clock = clock
        self.out = out
        self.prints_only = prints_only
        self.labels = weakref.WeakKeyDictionary()  # of tasks without drivers, by their coroutines
        self.events_left = max_events
        self.machine = None
        self.running = None  # the driver whose step runs now, or the thread
        self.alive = {}  # drivers of unfinished tasks, in order of creation
        self.created = 0
        self.names = {}
        self.beginning = None  # the label of the last task without a driver
        self.writing = False
        self.out_of_time = False

    def label(self, name):
        """The name itself for the first task of that name, `name#2` for the next."""
        ordinal = self.names[name] = self.names.get(name, 0) + 1
        return name if ordinal == 1 else f"{name}#{ordinal}"

    def next_task(self, name):
        """A task without a driver is made: what notes its coroutine, or the task itself."""
        label, number = self.beginning, _ = self.label(name), self.created
        self.created += 1

        def note(known):
            self.labels[known] = label
            creation[known] = number

        return note

    def label_of_current_task(self):
        """Of the task that runs, if one does."""
        try:
            task = asyncio.current_task()
        except RuntimeError:
            return None
        if task is None:
            return None
        coroutine = task.get_coro()
        return self.labels.get(coroutine if hasattr(coroutine, "cr_code") else task, self.beginning)

    def emit(self, event, task=None, **fields):
        """One event, now. `task` is a label; without it the task that runs, if any."""
        if self.prints_only and event != "print":
            return
        if task is None and self.prints_only:
            task = self.label_of_current_task()
        if task is None and self.running is not None:
            task = self.running.label
        self.events_left -= 1
        if self.events_left < 0:
            self.end("limit", limit="events")
        self.write({"t": self.clock.now_ns, "task": task, "event": event, **fields})

    def write(self, event):
        """One line of the trace. A signal that arrives meanwhile waits until the line is whole."""
        self.writing = True
        self.out.write(json.dumps(event) + "\n")
        self.writing = False
        if self.out_of_time:
            self.end_out_of_time()

    def end_out_of_time(self, *signal_and_frame):
        """The real time is over."""
        self.out_of_time = not self.out_of_time and self.writing
        if not self.out_of_time:
            self.end("limit", limit="seconds")

    def end(self, outcome, **fields):
        """The last event. The process ends here: what a program does while it is torn down is not part of its run."""
        self.write_end(outcome, **fields)
        sys.stderr.flush()
        os._exit(0)

    def write_end(self, outcome, **fields):
        """The last event, or the last but for what is printed while the interpreter is torn down."""
        self.write({"t": self.clock.now_ns, "task": None, "event": "end", "outcome": outcome, **fields})
        self.out.flush()
        self.out.reconfigure(line_buffering=True)

    def end_in_deadlock(self):
        """Nothing is ready, no timer is set: say who waits for what."""
        for driver in self.alive.values():
            self.emit("stuck", driver.label, on=driver.awaits)
        for label in self.machine.stuck():
            self.emit("stuck", label, on="future")
        self.end("deadlock")


def shown(value):
    """A value as `repr` shows it where that runs no code of the program's; else the name of its class."""
    if isinstance(value, BaseException):
        text = f"{type(value).__name__}({', '.join(map(shown, value.args))})"
    else:
        text = repr(value) if is_plain(value) else f"<{type(value).__name__}>"
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def is_plain(value):
    """Whether `repr` of this value is always the same and runs nothing."""
    if type(value) in (list, tuple, OrderedSet):
        return all(map(is_plain, value))
    if type(value) is dict:
        return all(map(is_plain, value.keys())) and all(map(is_plain, value.values()))
    if isinstance(value, BaseException):
        return type(value).__repr__ is BaseException.__repr__ and is_plain(value.args)
    return value is None or type(value) in (bool, int, float, str, bytes)
