"""What a program sees of the world: the time and its output."""

import builtins
import io
import os
import sys
import time
import traceback
import types

from .clock import nanoseconds


def virtual_time(clock, recorder, machine):
    """`time` tells the virtual time; `time.sleep` and `kitchen_sim.work` hold the thread that calls them."""

    def hold(event, seconds):
        duration_ns = nanoseconds(seconds)
        if duration_ns < 0:
            raise ValueError("sleep length must be non-negative")
        recorder.emit(event, duration=duration_ns)
        machine.hold(event, duration_ns)

    def sleep(seconds, /):
        hold("block", seconds)

    def work(seconds):
        """A CPU-bound stretch of so many seconds."""
        hold("work", seconds)

    sleep.label, work.label = "time.sleep", "kitchen_sim.work"
    time.sleep = sleep
    time.time = time.monotonic = time.perf_counter = clock.seconds
    time.time_ns = time.monotonic_ns = time.perf_counter_ns = lambda: clock.now_ns
    show_dates(clock)
    module = types.ModuleType("kitchen_sim", "What a program may ask of its simulator.")
    module.work = work
    sys.modules["kitchen_sim"] = module


def show_dates(clock):
    """What the functions for dates say when nobody gives them a time, in UTC."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    for name in ("gmtime", "localtime", "ctime"):
        own = getattr(time, name)
        setattr(time, name, lambda secs=None, /, own=own: own(clock.seconds() if secs is None else secs))
    for name, count in (("asctime", 0), ("strftime", 1)):
        own = getattr(time, name)

        def at(*given, own=own, count=count):
            return own(*given, time.gmtime()) if len(given) == count else own(*given)

        setattr(time, name, at)


def show_days(source):
    """A program that asks `datetime` for the time gets the one that is written in Python, which asks `time` and not the system."""
    if "datetime" in source and any(asks in source for asks in (".now(", ".today(", ".utcnow(")):
        sys.modules["_datetime"] = None
        import datetime

        for name in ("date", "datetime", "time", "timedelta", "timezone", "tzinfo"):
            getattr(datetime, name).__module__ = "datetime"


def hide_frames(folder):
    """What tells of tracebacks leaves out the frames of code in a folder: the harness's."""

    def without(walk):
        def walk_outside(tb):
            return (step for step in walk(tb) if not step[0].f_code.co_filename.startswith(folder))

        return walk_outside

    for name in ("walk_tb", "_walk_tb_with_full_positions"):
        setattr(traceback, name, without(getattr(traceback, name)))


class ProgramOutput(io.TextIOBase):
    """The program's stdout: each line that is written to it without `print` is an event too."""

    encoding = "utf-8"

    def __init__(self, recorder):
        self.recorder = recorder
        self.line = ""

    def writable(self):
        """It can be written to."""
        return True

    def write(self, text):
        """Whole lines become events."""
        *lines, self.line = (self.line + text).split("\n")
        for line in lines:
            self.recorder.emit("print", text=line)
        return len(text)


def recorded_print(recorder, output):
    """One event for each call of `print`, with its text without the final newline."""
    python_print = builtins.print

    def print(*values, sep=" ", end="\n", file=None, flush=False):
        stream = sys.stdout if file is None else file
        if stream is not output:
            python_print(*values, sep=sep, end=end, file=stream, flush=flush)
            return
        text = io.StringIO()
        python_print(*values, sep=sep, end=end, file=text)
        recorder.emit("print", text=text.getvalue().removesuffix("\n"))

    sys.stdout = output
    builtins.print = print
