# threading: what threads wait at, each wait a concurrent future that whoever ends it sets.


class Event:
    def __init__(self):
        self._flag = concurrent.futures.Future()

    def is_set(self):
        return self._flag.done()

    def set(self):
        if not self._flag.done():
            self._flag.set_result(True)

    def clear(self):
        if self._flag.done():
            self._flag = concurrent.futures.Future()

    def wait(self, timeout=None):
        return waited(self._flag, timeout)


# Whether a future was set in time.
def waited(future, timeout):
    try:
        future.result(timeout)
    except TimeoutError:
        return False
    return True


class Lock:
    __type_name__ = "_thread.lock"

    def __init__(self):
        self._is_locked = False
        self._line = []

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if not self._is_locked:
            self._is_locked = True
            return True
        if not blocking:
            return False
        turn = concurrent.futures.Future()
        self._line.append(turn)
        if waited(turn, None if timeout == -1 else timeout):
            return True
        self._line.remove(turn)
        return False

    def release(self):
        if not self._is_locked:
            raise RuntimeError("release unlocked lock")
        if self._line:
            self._line.pop(0).set_result(None)
        else:
            self._is_locked = False

    def locked(self):
        return self._is_locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()


class RLock:
    __type_name__ = "_thread.RLock"

    def __init__(self):
        self._lock = Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._owner == threading.get_ident():
            self._count += 1
            return True
        is_taken = self._lock.acquire(blocking, timeout)
        if is_taken:
            self._owner = threading.get_ident()
            self._count = 1
        return is_taken

    def release(self):
        if self._owner != threading.get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if self._count == 0:
            self._owner = None
            self._lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()

    def _is_owned(self):
        return self._owner == threading.get_ident()

    # A condition lets go of all at once.
    def _give_back(self):
        count, self._count, self._owner = self._count, 0, None
        self._lock.release()
        return count

    def _take_again(self, count):
        self._lock.acquire()
        self._count, self._owner = count, threading.get_ident()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self._line = []
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind, error, traceback):
        return self._lock.__exit__(kind, error, traceback)

    def _is_owned(self):
        if isinstance(self._lock, RLock):
            return self._lock._owner == threading.get_ident()
        return self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        turn = concurrent.futures.Future()
        self._line.append(turn)
        is_reentrant = isinstance(self._lock, RLock)
        count = self._lock._give_back() if is_reentrant else self._lock.release()
        try:
            is_notified = waited(turn, timeout)
            if not is_notified:
                self._line.remove(turn)
            return is_notified
        finally:
            if is_reentrant:
                self._lock._take_again(count)
            else:
                self._lock.acquire()

    def wait_for(self, predicate, timeout=None):
        until = None if timeout is None else time.monotonic() + timeout
        result = predicate()
        while not result:
            left = None if until is None else until - time.monotonic()
            is_over = left is not None and (left <= 0 or not self.wait(left))
            if left is None:
                self.wait()
            result = predicate()
            if is_over:
                break
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        for _ in range(min(n, len(self._line))):
            self._line.pop(0).set_result(None)

    def notify_all(self):
        self.notify(len(self._line))


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._line = []

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value > 0:
            self._value -= 1
            return True
        if not blocking:
            return False
        turn = concurrent.futures.Future()
        self._line.append(turn)
        if waited(turn, timeout):
            return True
        self._line.remove(turn)
        return False

    def release(self, n=1):
        for _ in range(n):
            if self._line:
                self._line.pop(0).set_result(None)
            else:
                self._value += 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self, n=1):
        if not self._line and self._value + n > self._bound:
            raise ValueError("Semaphore released too many times")
        super().release(n)


# Attributes of each thread's own.
class local:
    def __getattr__(self, name):
        held = held_by(self)
        if name not in held:
            raise AttributeError(f"'_thread._local' object has no attribute {name!r}")
        return held[name]

    def __setattr__(self, name, value):
        held_by(self)[name] = value

    def __delattr__(self, name):
        held = held_by(self)
        if name not in held:
            raise AttributeError(f"'_thread._local' object has no attribute {name!r}")
        del held[name]


of_threads = []


def held_by(thing):
    for known, ident, held in of_threads:
        if known is thing and ident == threading.get_ident():
            return held
    held = {}
    of_threads.append((thing, threading.get_ident(), held))
    return held
