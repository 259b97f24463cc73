"""CPython's own executors on virtual threads: their queues, threads and futures wait on the virtual clock."""

import concurrent.futures
import concurrent.futures.thread
import functools
import itertools
import queue
import sys
import threading
import types
from collections import deque

from .clock import nanoseconds
from .recorder import shown

own_current_thread = threading.current_thread


def virtual_threads(machine, recorder):
    """Puts virtual threads, queues and waits in the place of the real ones."""
    VirtualThread.machine = VirtualQueue.machine = VirtualFuture.machine = VirtualEvent.machine = machine
    RecordedWorkItem.machine = machine
    VirtualThread.recorder = RecordedWorkItem.recorder = recorder
    pools = concurrent.futures.thread
    pools.queue = types.SimpleNamespace(SimpleQueue=VirtualQueue, Empty=queue.Empty)
    pools._WorkItem = RecordedWorkItem
    concurrent.futures.Future = concurrent.futures._base.Future = VirtualFuture
    own_submit = pools.ThreadPoolExecutor.submit

    def submit(self, fn, /, *args, **kwargs):
        future = own_submit(self, fn, *args, **kwargs)
        recorder.emit("submit", function=name_of(fn))
        return future

    pools.ThreadPoolExecutor.submit = submit
    concurrent.futures.ProcessPoolExecutor = VirtualProcessPool
    VirtualProcessPool.cpus = machine.cpus
    threading.Thread = VirtualThread
    threading.Timer = VirtualTimer
    threading.Event = VirtualEvent
    threading.current_thread = lambda: getattr(machine.running, "thread", None) or own_current_thread()
    pools.os = types.SimpleNamespace(cpu_count=lambda: machine.cpus, process_cpu_count=lambda: machine.cpus)


def name_of(function):
    """What a job is called."""
    while isinstance(function, functools.partial):
        # `asyncio.to_thread` calls inside a context.
        function = function.args[0] if getattr(function.func, "__name__", "") == "run" else function.func
    return getattr(function, "label", None) or getattr(function, "__name__", type(function).__name__)


class RecordedWorkItem(concurrent.futures.thread._WorkItem):
    """A job whose beginning and end are events."""

    machine = None
    recorder = None

    def __init__(self, future, function, args, kwargs):
        """The same, told."""
        machine, recorder = self.machine, self.recorder

        def told(*args, **kwargs):  # which must not hold the job, for what it raises holds its frame
            machine.begin()
            recorder.emit("start", function=name_of(function))
            try:
                result = function(*args, **kwargs)
            except BaseException as exception:
                recorder.emit("raise", exception=shown(exception))
                raise
            recorder.emit("return", **({} if result is None else {"value": shown(result)}))
            return result

        super().__init__(future, told, args, kwargs)


class VirtualQueue:
    """A queue at which virtual threads wait."""

    machine = None

    def __init__(self):
        self.items = deque()
        self.waiting = deque()

    def put(self, item):
        """Put an item, and let the one who waits longest look."""
        self.items.append(item)
        if self.waiting:
            self.machine.start(self.waiting.popleft())

    def get_nowait(self):
        """The first item, if there is one."""
        if not self.items:
            raise queue.Empty
        return self.items.popleft()

    def get(self, block=True):
        """The first item, when there is one."""
        while not self.items:
            self.waiting.append(self.machine.running)
            self.machine.wait([])
        return self.items.popleft()


class VirtualFuture(concurrent.futures.Future):
    """A concurrent future for which virtual threads wait."""

    machine = None

    def __init__(self):
        super().__init__()
        self.tickets = []

    def _invoke_callbacks(self):
        self.machine.wake_all(self.tickets)
        super()._invoke_callbacks()

    def _await(self, timeout):
        if self.done():
            return
        lane = self.machine.running
        lane.waits_for_future = True
        self.machine.wait(self.tickets, None if timeout is None else nanoseconds(timeout))
        lane.waits_for_future = False

    def result(self, timeout=None):
        """The result, waited for on the virtual clock."""
        self._await(timeout)
        return super().result(0)

    def exception(self, timeout=None):
        """The exception, waited for on the virtual clock."""
        self._await(timeout)
        return super().exception(0)


class VirtualEvent:
    """A `threading.Event` at which virtual threads wait."""

    machine = None

    def __init__(self):
        self.flag = False
        self.tickets = []

    def is_set(self):
        """Whether it is set."""
        return self.flag

    def set(self):
        """Let all go on who wait."""
        self.flag = True
        self.machine.wake_all(self.tickets)

    def clear(self):
        """Let those wait who come from now on."""
        self.flag = False

    def wait(self, timeout=None):
        """Whether it is set, waited for on the virtual clock."""
        if not self.flag:
            lane = self.machine.running
            lane.waits_for_future = True
            self.machine.wait(self.tickets, None if timeout is None else nanoseconds(timeout))
            lane.waits_for_future = False
        return self.flag


class VirtualThread:
    """A `threading.Thread` on the machine."""

    machine = None
    recorder = None
    counter = itertools.count(1)
    outside = None  # the names of processes, while a pool of processes starts one

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self.target, self.args, self.kwargs = target, args, kwargs or {}
        self.name = name or f"Thread-{next(self.counter)}" + (f" ({target.__name__})" if target else "")
        self.inside = VirtualThread.outside is None
        if not self.inside:
            self.name = f"Process-{next(VirtualThread.outside)}"
        self.daemon = getattr(self.machine.running, "is_daemon", False) if daemon is None else daemon
        self.lane = None

    def start(self):
        """Run it before the clock moves."""
        if self.lane is not None:
            raise RuntimeError("threads can only be started once")
        is_hidden = getattr(self.target, "__name__", "") == "_do_shutdown"
        label = None if is_hidden else self.recorder.label(self.name)
        self.lane = self.machine.add(self.run, label, self.inside)
        self.lane.is_daemon = self.daemon
        self.lane.thread = self

    def run(self):
        """What it does, which it holds no longer when it is over."""
        try:
            self.call_target()
        finally:
            self.target = self.args = self.kwargs = None

    def call_target(self):
        """Of threads of executors and of the loop only their jobs are events."""
        if (getattr(self.target, "__module__", None) or "").startswith(("asyncio.", "concurrent.")):
            self.target(*self.args, **self.kwargs)
            return
        self.machine.begin()
        self.recorder.emit("start", function="NoneType" if self.target is None else name_of(self.target))
        try:
            if self.target is not None:
                self.target(*self.args, **self.kwargs)
        except BaseException as exception:
            if threading.excepthook is not threading.__excepthook__:
                threading.excepthook(threading.ExceptHookArgs([*sys.exc_info(), self]))
            self.recorder.emit("raise", exception=shown(exception))
        else:
            self.recorder.emit("return")

    def join(self, timeout=None):
        """Wait for its end on the virtual clock."""
        if self.lane is None:
            raise RuntimeError("cannot join thread before it is started")
        if self.lane is self.machine.running:
            raise RuntimeError("cannot join current thread")
        self.machine.join(self.lane, None if timeout is None else nanoseconds(timeout))

    def is_alive(self):
        """Whether it was started and is not over."""
        return self.lane is not None and not self.lane.is_over


class VirtualTimer(VirtualThread):
    """A `threading.Timer` on the machine."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.given, self.named = args or [], kwargs or {}
        self.finished = VirtualEvent()

    def cancel(self):
        """It will not call, if it has not yet."""
        self.finished.set()

    def call_target(self):
        """Call when the time is over."""
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.given, **self.named)
        self.finished.set()


class VirtualProcessPool(concurrent.futures.Executor):
    """A pool of processes: as one of threads, but none of them needs the loop's GIL."""

    cpus = None
    names = itertools.count(1)

    def __init__(self, max_workers=None):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self.pool = concurrent.futures.thread.ThreadPoolExecutor(max_workers or self.cpus, "Process")

    def submit(self, fn, /, *args, **kwargs):
        """As a pool of threads does."""
        outside, VirtualThread.outside = VirtualThread.outside, self.names
        try:
            return self.pool.submit(fn, *args, **kwargs)
        finally:
            VirtualThread.outside = outside

    def shutdown(self, wait=True, *, cancel_futures=False):
        """As a pool of threads does."""
        self.pool.shutdown(wait, cancel_futures=cancel_futures)
