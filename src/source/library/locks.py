# The locks of asyncio, for scripts that derive classes from them or look at what they keep to themselves.
# Other scripts get those of the engine, which does the same.

HIDDEN = "\ufdd0" * 12


def text_of(self, words):
    kind = type(self)
    return f"<{kind.__module__}.{kind.__qualname__} object at 0x{HIDDEN} [{words}]>"


def words_of(word, waiters):
    return f"{word}, waiters:{len(waiters)}" if waiters else word


def all_cancelled(waiters):
    for waiter in waiters or ():
        if not waiter.cancelled():
            return False
    return True


# The loop on which all wait: that of the first who had to.
def loop_of(waited_for):
    loop = get_running_loop()
    if waited_for._loop is None:
        waited_for._loop = loop
    if waited_for._loop is not loop:
        raise RuntimeError(f"{waited_for!r} is bound to a different event loop")
    return loop


def line_up(lock):
    place = loop_of(lock).create_future()
    if lock._waiters is None:
        lock._waiters = collections.deque()
    lock._waiters.append(place)
    return place


async def stand_in_line(lock, place):
    try:
        await place
    finally:
        lock._waiters.remove(place)


# Wakes those who still wait, from the front, `most` of them at the most, and says how many it were.
def wake(line, most, answer):
    woken = 0
    for place in line or ():
        if woken >= most:
            break
        if not place.done():
            place.set_result(answer)
            woken += 1
    return woken


class Lock:
    _loop = None

    def __init__(self):
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return text_of(self, words_of("locked" if self._locked else "unlocked", self._waiters))

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked or not all_cancelled(self._waiters):
            try:
                await stand_in_line(self, line_up(self))
            except CancelledError:
                if not self._locked:
                    self._call_first()
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._call_first()

    # The first alone: while it is on its way, nobody else is woken.
    def _call_first(self):
        if self._waiters:
            wake([self._waiters[0]], 1, True)


class Event:
    _loop = None

    def __init__(self):
        self._waiters = collections.deque()
        self._value = False

    def __repr__(self):
        return text_of(self, words_of("set" if self._value else "unset", self._waiters))

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            wake(self._waiters, len(self._waiters), True)

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await stand_in_line(self, line_up(self))
        return True


class Condition:
    _loop = None

    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self._waiters = collections.deque()
        for name in ("locked", "acquire", "release"):
            setattr(self, name, getattr(self._lock, name))

    def __repr__(self):
        return text_of(self, words_of("locked" if self.locked() else "unlocked", self._waiters))

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        place = line_up(self) if is_since(13) else None
        self.release()
        try:
            try:
                await stand_in_line(self, line_up(self) if place is None else place)
                return True
            finally:
                interruption = None
                while True:
                    try:
                        await self.acquire()
                        break
                    except CancelledError as error:
                        interruption = error
                if interruption is not None:
                    raise interruption if is_since(13) else CancelledError
        except BaseException:
            if is_since(13):
                wake(self._waiters, 1, False)
            raise

    async def wait_for(self, predicate):
        while not (answer := predicate()):
            await self.wait()
        return answer

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        wake(self._waiters, n, False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore:
    _loop = None

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value
        self._waiters = None

    def __repr__(self):
        word = "locked" if self.locked() else f"unlocked, value:{self._value}"
        return text_of(self, words_of(word, self._waiters))

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()

    def locked(self):
        return self._value == 0 or not all_cancelled(self._waiters)

    async def acquire(self):
        if self.locked():
            await self._wait_for_a_place(line_up(self))
        else:
            self._value -= 1
        return True

    # 3.11 and 3.12 let in one at a time, and none where nothing was given to who gives up.
    async def _wait_for_a_place(self, place):
        most = 0
        try:
            await stand_in_line(self, place)
            most = 1
        except CancelledError:
            if place.done() and not place.cancelled():
                self._value += 1
                most = 1
            raise
        finally:
            self._let_in(self._value if is_since(13) else min(most, self._value))

    def release(self):
        self._value += 1
        self._let_in(1)

    def _let_in(self, most):
        self._value -= wake(self._waiters, most, True)


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


# What a barrier does now.
class _BarrierState:
    def __init__(self, value):
        self.name, self.value = value.upper(), value

    def __str__(self):
        return f"_BarrierState.{self.name}"

    def __repr__(self):
        return f"<{self}: {self.value!r}>"


for state in ("filling", "draining", "resetting", "broken"):
    setattr(_BarrierState, state.upper(), _BarrierState(state))


class Barrier:
    _loop = None

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition()
        self._parties = parties
        self._state = _BarrierState.FILLING
        self._count = 0

    def __repr__(self):
        inside = "" if self.broken else f", waiters:{self.n_waiting}/{self.parties}"
        return text_of(self, self._state.value + inside)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exception):
        pass

    async def wait(self):
        async with self._cond:
            await self._block()
            try:
                place = self._count
                self._count += 1
                if self._count == self._parties:
                    self._state = _BarrierState.DRAINING
                    self._cond.notify_all()
                else:
                    await self._wait()
                return place
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in (_BarrierState.RESETTING, _BarrierState.DRAINING):
                        self._state = _BarrierState.FILLING
                    self._cond.notify_all()

    async def _block(self):
        await self._cond.wait_for(lambda: self._state not in (_BarrierState.DRAINING, _BarrierState.RESETTING))
        if self._state == _BarrierState.BROKEN:
            raise BrokenBarrierError("Barrier aborted")

    async def _wait(self):
        await self._cond.wait_for(lambda: self._state != _BarrierState.FILLING)
        if self._state in (_BarrierState.BROKEN, _BarrierState.RESETTING):
            raise BrokenBarrierError("Abort or reset of barrier")

    async def reset(self):
        async with self._cond:
            self._state = _BarrierState.RESETTING if self._count > 0 else _BarrierState.FILLING
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = _BarrierState.BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == _BarrierState.FILLING else 0

    @property
    def broken(self):
        return self._state == _BarrierState.BROKEN
