"""The trace: one JSON object a line, and the end of the process with the end of the run."""

import json
import os
import sys

from .sets import OrderedSet

SHOWN_CHARACTERS = 200  # of a value


class Recorder:
    """Writes the events, one JSON object a line, and ends the process with the run."""

    def __init__(self, clock, out, max_events):
        self.clock = clock
        self.out = out
        self.events_left = max_events
        self.machine = None
        self.running = None  # the driver whose step runs now, or the thread
        self.alive = {}  # drivers of unfinished tasks, in order of creation
        self.created = 0
        self.names = {}
        self.writing = False
        self.out_of_time = False

    def label(self, name):
        """The name itself for the first task of that name, `name#2` for the next."""
        ordinal = self.names[name] = self.names.get(name, 0) + 1
        return name if ordinal == 1 else f"{name}#{ordinal}"

    def emit(self, event, task=None, **fields):
        """One event, now. `task` is a label; without it the task that runs, if any."""
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
        self.write({"t": self.clock.now_ns, "task": None, "event": "end", "outcome": outcome, **fields})
        self.out.flush()
        sys.stderr.flush()
        os._exit(0)

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
