"""CPython's event loop on the virtual clock."""

import asyncio
import sys

from .clock import Deadline, nanoseconds
from .driver import Driver
from .sets import OrderedSet

HALF_A_NANOSECOND = 5e-10


class VirtualSelector:
    """Where a real loop would sleep until its next timer, the clock jumps there."""

    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        """Never any I/O. Nothing ready, no timer and no thread left is a deadlock."""
        if not self.loop.machine.is_alone():
            if timeout is None or timeout > 0:
                self.loop.machine.stand("idle", loop=self.loop)
        elif timeout is None:
            self.loop.recorder.end_in_deadlock()
        elif timeout > 0:
            self.loop.clock.move_to(self.loop._scheduled[0].deadline_ns)
        return []


class VirtualLoop(asyncio.BaseEventLoop):
    """CPython's loop with a virtual clock, and drivers handed to its tasks."""

    clock = None
    recorder = None
    machine = None
    has_drivers = True

    def __init__(self):
        super().__init__()
        self._selector = VirtualSelector(self)
        self._asyncgens.data = OrderedSet()  # closed in the order in which they began; CPython's depends on addresses
        # CPython runs what is due before `time() + resolution`: so it is due exactly at its deadline, never early.
        self._clock_resolution = HALF_A_NANOSECOND
        self.sleeping_future = None  # of the `asyncio.sleep` that began last
        self.sleeping_ns = 0

    def next_timer_number(self):
        """Timers and what threads do are numbered in the order in which they are begun."""
        return self.machine.next_number()

    def time(self):
        """The virtual time in seconds."""
        return self.clock.seconds()

    def call_later(self, delay, callback, *args, context=None):
        """As CPython's, but the delay is rounded once, not its sum with the time of day."""
        if delay is None:
            return super().call_later(delay, callback, *args, context=context)
        _ = self.time() + delay  # refuses what CPython refuses
        delay_ns = nanoseconds(delay)
        if self.has_drivers and callback is asyncio.futures._set_result_unless_cancelled:
            self.sleeping_future, self.sleeping_ns = args[0], delay_ns
        return self.call_at(Deadline(self.clock.now_ns + delay_ns), callback, *args, context=context)

    def create_task(self, coro, *, name=None, **options):
        """As CPython's, with a driver around the coroutine. The library's own helpers stay unseen."""
        self._check_closed()
        if asyncio.iscoroutine(coro) and getattr(coro, "cr_code", None) not in HELPERS:
            caller = sys._getframe(1)
            label = given_name(name, caller)
            label = name_of(coro) if label is None else label
            if not self.has_drivers:
                note = self.recorder.next_task(label)
                is_seen = hasattr(coro, "cr_code")  # which the awaitables of asynchronous generators have not, nor weak references
                if is_seen:
                    note(coro)
                task = super().create_task(coro, name=name, **options)
                if not is_seen:
                    note(task)
                return task
            coro = Driver(self.recorder, coro, label)
            if asked_for(caller):
                self.recorder.emit("create_task", child=coro.label)
        elif getattr(coro, "cr_code", None) is SHUTDOWN_ASYNCGENS:
            self._forget_exhausted()
        return super().create_task(coro, name=name, **options)

    def _forget_exhausted(self):
        """What has come to its end needs no closing; CPython closes it when somebody still holds it."""
        for generator in list(self._asyncgens):
            if generator.ag_frame is None:
                self._asyncgens.discard(generator)

    def _process_events(self, event_list):
        """There is no I/O."""

    def _write_to_self(self):
        """A thread has something for the loop."""
        self.machine.wake_loop()


# Programs print what the class of their loop is called.
VirtualLoop.__name__ = VirtualLoop.__qualname__ = "_UnixSelectorEventLoop"
# So do messages, what its methods are called.
for method in (VirtualLoop.time, VirtualLoop.call_later, VirtualLoop.create_task):
    method.__qualname__ = f"BaseEventLoop.{method.__name__}"

SHUTDOWN_ASYNCGENS = asyncio.BaseEventLoop.shutdown_asyncgens.__code__
HELPERS = {
    SHUTDOWN_ASYNCGENS,
    asyncio.BaseEventLoop.shutdown_default_executor.__code__,
}
CREATORS = {asyncio.create_task.__code__, asyncio.TaskGroup.create_task.__code__}
WRAPPERS = {asyncio.ensure_future.__code__, getattr(asyncio.tasks, "_ensure_future", asyncio.ensure_future).__code__}


def given_name(name, caller):
    """The name that a script gave its task. Before 3.13 the library sets it only after the task was made."""
    if name is None and caller.f_code in CREATORS:
        name = caller.f_locals["name"]
    return None if name is None else str(name)


def name_of(coroutine):
    """What a task is called whose script gave it no name."""
    return getattr(coroutine, "__name__", type(coroutine).__name__.removeprefix("async_generator_"))


def asked_for(caller):
    """Whether the script made this task; gather and its like make theirs unseen."""
    while caller.f_code in CREATORS or caller.f_code in WRAPPERS:
        caller = caller.f_back
    return not caller.f_globals.get("__name__", "").startswith("asyncio.")


class VirtualPolicy(asyncio.events.BaseDefaultEventLoopPolicy):
    """Makes `asyncio.run` and its like use virtual loops."""

    _loop_factory = VirtualLoop


VirtualPolicy.__name__ = VirtualPolicy.__qualname__ = "_UnixDefaultEventLoopPolicy"
