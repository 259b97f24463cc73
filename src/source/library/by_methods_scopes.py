# Task groups and timeouts, for scripts whose own tasks say themselves what becomes of them (taskgroups.py, timeouts.py).


class TaskGroup:
    def __init__(self):
        self._entered = self._exiting = self._aborting = False
        self._loop = self._parent_task = None
        self._parent_cancel_requested = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        words = "<TaskGroup"
        if self._tasks:
            words += f" tasks={len(self._tasks)}"
        if self._errors:
            words += f" errors={len(self._errors)}"
        if self._aborting:
            words += " cancelling"
        elif self._entered:
            words += " entered"
        return words + ">"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        if self._loop is None:
            self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    def _is_cancellation(self, kind):
        if __python__ >= 13:
            return kind is not None and issubclass(kind, CancelledError)
        return kind is CancelledError

    # Whether no request to cancel the parent is left once the group has taken its own back.
    def _takes_back(self):
        return self._parent_cancel_requested and self._parent_task.uncancel() == 0

    async def __aexit__(self, kind, error, trace):
        self._exiting = True
        if error is not None and isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        cancellation = error if self._is_cancellation(kind) else None
        if __python__ < 13 and self._takes_back():
            cancellation = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = self._loop.create_future()
            try:
                await self._on_completed_fut
            except CancelledError as interruption:
                if not self._aborting:
                    cancellation = interruption
                    self._abort()
            self._on_completed_fut = None
        if self._base_error is not None:
            raise self._base_error
        if __python__ >= 13 and self._takes_back():
            cancellation = None
        if cancellation is not None and not self._errors:
            raise cancellation
        if kind is not None and not self._is_cancellation(kind):
            self._errors.append(error)
        if self._errors:
            if __python__ >= 13 and self._parent_task.cancelling():
                self._parent_task.uncancel()
                self._parent_task.cancel()
            errors = self._errors
            try:
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors) from None
            finally:
                self._errors = None

    def _check(self, coro):
        words = None
        if not self._entered:
            words = "has not been entered"
        elif self._exiting and not self._tasks:
            words = "is finished"
        elif self._aborting:
            words = "is shutting down"
        if words is not None:
            if __python__ >= 13:
                coro.close()
            raise RuntimeError(f"TaskGroup {self!r} {words}")

    def create_task(self, coro, *, name=None, context=None):
        self._check(coro)
        keywords = {} if context is None else {"context": context}
        # Before 3.13 the name is given to a task that has one already.
        make = self._loop.create_task if __python__ >= 13 else asyncio.create_task
        task = make(coro, name=name, **keywords)
        if __python__ >= 12 and task.done():
            self._on_task_done(task)
            return task
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.discard(task)
        if self._on_completed_fut is not None and not self._tasks and not self._on_completed_fut.done():
            self._on_completed_fut.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if self._parent_task.done():
            message = f"Task {task!r} has errored out but its parent task {self._parent_task} is already completed"
            self._loop.call_exception_handler({"message": message, "exception": error, "task": task})
            return
        if not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()


class Timeout:
    def __init__(self, when):
        self._state = "created"
        self._timeout_handler = None
        self._task = None
        self._when = when

    def __repr__(self):
        words = f"<Timeout [{self._state}]"
        if self._state == "active":
            words += f" when={None if self._when is None else round(self._when, 3)}"
        return words + ">"

    def when(self):
        return self._when

    def expired(self):
        return self._state in ("expiring", "expired")

    def reschedule(self, when):
        if self._state == "created":
            raise RuntimeError("Timeout has not been entered")
        if self._state != "active":
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        self._forget_timer()
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._timeout_handler = loop.call_soon(self._on_timeout)
            else:
                self._timeout_handler = loop.call_at(when, self._on_timeout)

    def _forget_timer(self):
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, trace):
        self._forget_timer()
        if self._state == "active":
            self._state = "finished"
            return None
        self._state = "expired"
        if self._task.uncancel() > self._cancelling or kind is None:
            return None
        if __python__ < 13:
            if kind is CancelledError:
                raise TimeoutError from error
            return None
        if issubclass(kind, CancelledError):
            raise TimeoutError from error
        note_timeout(error)
        if isinstance(error, ExceptionGroup):
            for each in error.exceptions:
                note_timeout(each)
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._timeout_handler = None


# A TimeoutError takes its place between an error and the cancellation that it came of.
def note_timeout(error):
    while error.__context__ is not None:
        cancellation = error.__context__
        if isinstance(cancellation, CancelledError):
            late = TimeoutError()
            late.__context__ = late.__cause__ = cancellation
            error.__context__ = late
            return
        error = cancellation


def limit_after(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout(delay):
    return limit_after(delay)


def timeout_at(when):
    return Timeout(when)
