# The locks of asyncio, for scripts that derive classes from them or look at what they keep to themselves: Lib/asyncio/locks.py.
# Other scripts get those of the engine, which does the same.

HIDDEN = "\ufdd0" * 12


def text_of(self, module, words):
    kind = type(self)
    if kind not in (Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier):
        module = "__main__"
    return f"<{module}.{kind.__qualname__} object at 0x{HIDDEN} [{words}]>"


def words_of(word, waiters):
    return f"{word}, waiters:{len(waiters)}" if waiters else word


def all_cancelled(waiters):
    for waiter in waiters or ():
        if not waiter.cancelled():
            return False
    return True


async def stand_in_line(waiters):
    waiter = get_running_loop().create_future()
    waiters.append(waiter)
    try:
        await waiter
    finally:
        waiters.remove(waiter)


class Lock:
    def __init__(self):
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return text_of(self, "asyncio.locks", words_of("locked" if self._locked else "unlocked", self._waiters))

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked or not all_cancelled(self._waiters):
            if self._waiters is None:
                self._waiters = collections.deque()
            try:
                await stand_in_line(self._waiters)
            except CancelledError:
                if not self._locked:
                    self._wake_up_first()
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event:
    def __init__(self):
        self._waiters = collections.deque()
        self._value = False

    def __repr__(self):
        return text_of(self, "asyncio.locks", words_of("set" if self._value else "unset", self._waiters))

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await stand_in_line(self._waiters)
        return True


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = collections.deque()

    def __repr__(self):
        return text_of(self, "asyncio.locks", words_of("locked" if self.locked() else "unlocked", self._waiters))

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            try:
                await stand_in_line(self._waiters)
                return True
            finally:
                await self._take_again()
        except BaseException:
            if is_since(13):
                self._notify(1)
            raise

    async def _take_again(self):
        interruption = None
        while True:
            try:
                await self.acquire()
                break
            except CancelledError as error:
                interruption = error
        if interruption is not None:
            raise interruption if is_since(13) else CancelledError

    async def wait_for(self, predicate):
        answer = predicate()
        while not answer:
            await self.wait()
            answer = predicate()
        return answer

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._notify(n)

    def _notify(self, n):
        woken = 0
        for waiter in self._waiters:
            if woken >= n:
                break
            if not waiter.done():
                woken += 1
                waiter.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = None
        self._value = value

    def __repr__(self):
        word = "locked" if self.locked() else f"unlocked, value:{self._value}"
        return text_of(self, "asyncio.locks", words_of(word, self._waiters))

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()

    def locked(self):
        return self._value == 0 or not all_cancelled(self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = collections.deque()
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            was_given = waiter.done() and not waiter.cancelled()
            if was_given:
                self._value += 1
            if is_since(13):
                self._wake_up_all()
            elif was_given:
                self._wake_up_next()
            raise
        if is_since(13):
            self._wake_up_all()
        elif self._value > 0:
            self._wake_up_next()
        return True

    def release(self):
        self._value += 1
        self._wake_up_next()

    def _wake_up_all(self):
        while self._value > 0 and self._wake_up_next():
            pass

    def _wake_up_next(self):
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition()
        self._parties = parties
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        inside = "" if self.broken else f", waiters:{self.n_waiting}/{self.parties}"
        return text_of(self, "asyncio.locks", self._state + inside)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exception):
        pass

    async def wait(self):
        async with self._cond:
            while self._state in ("draining", "resetting"):
                await self._cond.wait()
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            try:
                place = self._count
                self._count += 1
                if self._count == self._parties:
                    self._state = "draining"
                    self._cond.notify_all()
                    return place
                while self._state == "filling":
                    await self._cond.wait()
                if self._state in ("broken", "resetting"):
                    raise BrokenBarrierError("Abort or reset of barrier")
                return place
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ("resetting", "draining"):
                        self._state = "filling"
                    self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            if self._count == 0:
                self._state = "filling"
            elif self._state != "resetting":
                self._state = "resetting"
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = "broken"
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"
