"""CPython's event loop on the virtual clock."""

import asyncio
import logging
import select
import socket
import sys
import threading
from asyncio.unix_events import _UnixSelectorEventLoop as UnixLoop

from .clock import Deadline, nanoseconds
from .driver import Driver
from .sets import OrderedSet

HALF_A_NANOSECOND = 5e-10


class VirtualSelector:
    """Where a real loop would sleep until its next timer, the clock jumps there."""

    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        """No I/O but signals. Nothing ready, no timer and no thread left is a deadlock."""
        if self.loop.has_signals():
            return [self.loop._read_from_self]
        if self.loop.machine.running is not self.loop.machine.main:
            self._select_in_thread(timeout)
        elif not self.loop.machine.is_alone():
            if timeout is None or timeout > 0:
                self.loop.machine.stand("idle", loop=self.loop)
        elif timeout is None:
            self.loop.recorder.end_in_deadlock()
        elif timeout > 0:
            self.loop.clock.move_to(self.loop._scheduled[0].deadline_ns)
        return []

    def _select_in_thread(self, timeout):
        """A thread besides the main one stands still until its loop has something to do."""
        if timeout is None or timeout > 0:
            clock, machine = self.loop.clock, self.loop.machine
            machine.begin()
            length_ns = None if timeout is None else self.loop._scheduled[0].deadline_ns - clock.now_ns
            machine.wait(self.loop.waiters, length_ns)
            self.loop.waiters.clear()


class VirtualLoop(asyncio.BaseEventLoop):
    """CPython's loop with a virtual clock, and drivers handed to its tasks."""

    clock = None
    recorder = None
    machine = None
    has_drivers = True

    def __init__(self, selector=None):
        super().__init__()
        self._selector = VirtualSelector(self)
        kind = "EpollSelector" if selector is None else type(selector).__name__
        logging.getLogger("asyncio").debug("Using selector: %s", kind)  # as the loops of Linux say
        self._asyncgens.data = OrderedSet()  # closed in the order in which they began; CPython's depends on addresses
        # CPython runs what is due before `time() + resolution`: so it is due exactly at its deadline, never early.
        self._clock_resolution = HALF_A_NANOSECOND
        self.sleeping_future = None  # of the `asyncio.sleep` that began last
        self.sleeping_ns = 0
        self.waiters = []  # the ticket of the thread that waits for it, if that is not the main one
        self._signal_handlers = {}
        self._ssock = self._csock = None  # where signals write, once the script handles one

    # As the loops of Unix have them.
    _handle_signal = UnixLoop._handle_signal
    _check_signal = UnixLoop._check_signal
    _process_self_data = UnixLoop._process_self_data
    _add_callback_signalsafe = UnixLoop._add_callback_signalsafe
    _read_from_self = UnixLoop._read_from_self
    remove_signal_handler = UnixLoop.remove_signal_handler

    def add_signal_handler(self, sig, callback, *args):
        """As CPython's; the pipe is there from the first signal on."""
        if self._csock is None:
            self._ssock, self._csock = socket.socketpair()
            self._ssock.setblocking(False)
            self._csock.setblocking(False)
        UnixLoop.add_signal_handler(self, sig, callback, *args)

    def has_signals(self):
        """Whether signals have come that the loop has not read."""
        return self._ssock is not None and bool(select.select([self._ssock], [], [], 0)[0])

    def close(self):
        """As CPython's: signals are handled no more."""
        super().close()
        for number in list(self._signal_handlers):
            self.remove_signal_handler(number)
        if self._csock is not None:
            self._ssock.close()
            self._csock.close()
            self._csock = self._ssock = None

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
        timer = self.call_at(Deadline(self.clock.now_ns + delay_ns), callback, *args, context=context)
        forget_own_frame(timer)
        return timer

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
                forget_own_frame(task)
                if not is_seen:
                    note(task)
                return task
            coro = Driver(self.recorder, coro, label)
            if asked_for(caller):
                self.recorder.emit("create_task", child=coro.label)
        elif getattr(coro, "cr_code", None) is SHUTDOWN_ASYNCGENS:
            self._forget_exhausted()
        task = super().create_task(coro, name=name, **options)
        forget_own_frame(task)
        return task

    def _forget_exhausted(self):
        """What has come to its end needs no closing; CPython closes it when somebody still holds it."""
        for generator in list(self._asyncgens):
            if generator.ag_frame is None:
                self._asyncgens.discard(generator)

    def _process_events(self, event_list):
        """What reads signals is called in this pass."""
        for reader in event_list:
            self._add_callback(asyncio.Handle(reader, (), self))

    def _write_to_self(self):
        """A thread has something for the loop."""
        if self.waiters:
            self.machine.wake_all(self.waiters)
        elif self._thread_id == threading.main_thread().ident:
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


def forget_own_frame(made):
    """Of where a loop that debugs saw something being made, the part that is ours."""
    frames = getattr(made, "_source_traceback", None)
    if frames and frames[-1].filename == __file__:
        del frames[-1]


class VirtualPolicy(asyncio.events.BaseDefaultEventLoopPolicy):
    """Makes `asyncio.run` and its like use virtual loops."""

    _loop_factory = VirtualLoop


VirtualPolicy.__name__ = VirtualPolicy.__qualname__ = "_UnixDefaultEventLoopPolicy"
