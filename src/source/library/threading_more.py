# threading, for the rest: barriers, timers, and who is there.


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1 and __python__ >= 12:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._state = 0
        self._parties = parties
        self._count = 0

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                self._exit()

    def _enter(self):
        while self._state in (-1, 1):
            self._cond.wait()
        if self._state < 0:
            raise BrokenBarrierError

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except BaseException:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _exit(self):
        if self._count == 0 and self._state in (-1, 1):
            self._state = 0
            self._cond.notify_all()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


# A thread that calls a function later, unless it is cancelled first.
class Timer:
    def __init__(self, interval, function, args=None, kwargs=None):
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()
        self.name = threading.Thread().name
        self.daemon = threading.current_thread().daemon
        self._thread = None

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()

    def start(self):
        if self._thread is None:
            self._thread = threading.Thread(target=self.run, name=self.name, daemon=self.daemon)
        self._thread.start()

    def join(self, timeout=None):
        if self._thread is None:
            raise RuntimeError("cannot join thread before it is started")
        self._thread.join(timeout)

    def is_alive(self):
        return self._thread is not None and self._thread.is_alive()

    @property
    def ident(self):
        return None if self._thread is None else self._thread.ident


def active_count():
    return len(threading.enumerate())


TIMEOUT_MAX = 9223372036.0
_stack = [0]


# How large the stacks of new threads are: the number that was given before, 0 for what the system has.
def stack_size(size=0):
    if size < 0 or 0 < size < 32768:
        raise ValueError("size must be 0 or a positive value" if size < 0 else f"size not valid: {size} bytes")
    before, _stack[0] = _stack[0], size
    return before


def get_native_id():
    return threading.get_ident()
