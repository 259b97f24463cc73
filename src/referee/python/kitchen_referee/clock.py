"""Virtual time: whole nanoseconds from 0, and timers that keep to them."""

import asyncio
import contextvars
import math
from decimal import Decimal

NANOSECONDS_PER_SECOND = 10**9
END_OF_TIME_NS = 2**52  # up to here a float of seconds tells every nanosecond apart


def nanoseconds(seconds):
    """Seconds as whole nanoseconds: by their decimal digits, to the nearest, ties to even."""
    if isinstance(seconds, int):
        return seconds * NANOSECONDS_PER_SECOND
    seconds = float(seconds)
    if math.isnan(seconds):
        raise ValueError("Invalid delay: NaN (not a number)")
    if math.isinf(seconds):
        return int(math.copysign(2 * END_OF_TIME_NS, seconds))
    # In a context of its own: decimals leave theirs in the one that runs, where programs would see it.
    return contextvars.Context().run(_rounded, seconds)


def _rounded(seconds):
    return round(Decimal(repr(seconds)) * NANOSECONDS_PER_SECOND)


class Clock:
    """The virtual clock. It moves when it is told to, and past its limit it ends the run."""

    def __init__(self, limit_ns):
        self.now_ns = 0
        self.limit_ns = limit_ns
        self.at_limit = None

    def seconds(self):
        """What `loop.time()`, `time.monotonic()` and their like tell."""
        return self.now_ns / NANOSECONDS_PER_SECOND

    def move_to(self, instant_ns):
        """Jump to an instant that is not earlier."""
        if instant_ns > self.limit_ns:
            self.at_limit()
        self.now_ns = instant_ns


class Deadline(float):
    """An instant in seconds that knows its exact nanoseconds."""

    __slots__ = ("ns",)

    def __new__(cls, instant_ns):
        deadline = super().__new__(cls, instant_ns / NANOSECONDS_PER_SECOND)
        deadline.ns = instant_ns
        return deadline


class VirtualTimer(asyncio.TimerHandle):
    """A timer whose deadline is a whole nanosecond."""

    __slots__ = ("deadline_ns", "number")

    def __init__(self, when, callback, args, loop, context=None):
        self.deadline_ns = when.ns if isinstance(when, Deadline) else nanoseconds(when)
        self.number = loop.next_timer_number()
        # An int that a program gives is what it reads again.
        shown = when if type(when) is int else self.deadline_ns / NANOSECONDS_PER_SECOND
        super().__init__(shown, callback, args, loop, context)
        if self._source_traceback:
            del self._source_traceback[-1]

    def __lt__(self, other):
        return self.deadline_ns < other.deadline_ns if isinstance(other, VirtualTimer) else NotImplemented


class FairTimer(VirtualTimer):
    """Among equal deadlines the timer that was set first is due first."""

    __slots__ = ()

    def __lt__(self, other):
        if not isinstance(other, VirtualTimer):
            return NotImplemented
        return (self.deadline_ns, self.number) < (other.deadline_ns, other.number)


# Programs print what the class of a timer is called.
for timer in (VirtualTimer, FairTimer):
    timer.__name__ = timer.__qualname__ = "TimerHandle"
