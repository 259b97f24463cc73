# What waits for several futures, for scripts whose own futures and tasks say themselves whether they are done and what came of
# them: everything is asked by their methods, in CPython's order (tasks.py). Other scripts get the engine's, which does the same.


def loop_of_future(future):
    try:
        get_loop = future.get_loop
    except AttributeError:
        return future._loop
    return get_loop()


def is_coroutine(thing):
    return iscoroutine(thing)


async def _wrap_awaitable(thing):
    return await thing


def ensure_future(coro_or_future, *, loop=None):
    given = coro_or_future
    if isfuture(given):
        if loop is not None and loop is not loop_of_future(given):
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return given
    is_given = is_coroutine(given)
    if not is_given:
        if not hasattr(given, "__await__") and kind_of_function(given) != "awaitable":
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        given = _wrap_awaitable(given)
    if loop is None:
        loop = get_event_loop()
    try:
        return loop.create_task(given)
    except RuntimeError:
        if is_given:
            given.close()
        raise


class _GatheringFuture(Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = [child.cancel(msg=msg) for child in self._children]
        if any(asked):
            self._cancel_requested = True
        return any(asked)


def outcome_of_child(child):
    if child.cancelled():
        return CancelledError("" if child._cancel_message is None else child._cancel_message)
    error = child.exception()
    return child.result() if error is None else error


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        empty = get_event_loop().create_future()
        empty.set_result([])
        return empty
    loop = None
    outer = None
    known = {}
    children = []
    early = []
    finished = 0

    def _done_callback(child):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(known):
            results = []
            for child in children:
                results.append(outcome_of_child(child))
            if outer._cancel_requested:
                outer.set_exception(child._make_cancelled_error())
            else:
                outer.set_result(results)

    for given in coros_or_futures:
        if given not in known:
            child = ensure_future(given, loop=loop)
            if loop is None:
                loop = loop_of_future(child)
            if child is not given:
                child._log_destroy_pending = False
            known[given] = child
            if __python__ >= 12 and child.done():
                early.append(child)
            else:
                child.add_done_callback(_done_callback)
        children.append(known[given])
    outer = _GatheringFuture(children, loop=loop)
    for child in early:
        _done_callback(child)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = loop_of_future(inner).create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is None:
                outer.set_result(inner.result())
            else:
                outer.set_exception(error)

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def release(waiter):
    if not waiter.done():
        waiter.set_result(None)


async def wait(fs, *, timeout=None, return_when="ALL_COMPLETED"):
    if isfuture(fs) or is_coroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"):
        raise ValueError(f"Invalid return_when value: {return_when}")
    futures = set(fs)
    if any(is_coroutine(each) for each in futures):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await wait_for_some(futures, timeout, return_when, get_running_loop())


async def wait_for_some(futures, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, release, waiter)
    left = len(futures)

    def _on_completion(future):
        nonlocal left
        left -= 1
        is_over = left <= 0 or return_when == "FIRST_COMPLETED"
        if not is_over and return_when == "FIRST_EXCEPTION":
            is_over = not future.cancelled() and future.exception() is not None
        if is_over:
            if timer is not None:
                timer.cancel()
            release(waiter)

    for each in futures:
        each.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for each in futures:
            each.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for each in futures:
        (done if each.done() else pending).add(each)
    return done, pending


class partial:
    __type_name__ = "functools.partial"

    def __init__(self, function, given):
        self.function = function
        self.given = given

    def __call__(self, *ignored):
        self.function(self.given)


async def cancel_and_wait(future):
    waiter = get_running_loop().create_future()
    _release_waiter = partial(release, waiter)
    future.add_done_callback(_release_waiter)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(_release_waiter)


def result_or_timeout(future):
    try:
        return future.result()
    except CancelledError as error:
        raise TimeoutError from error


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        future = ensure_future(fut)
        if future.done():
            return future.result()
        await cancel_and_wait(future)
        return result_or_timeout(future)
    if timeout is None or __python__ >= 12:
        if timeout is None and __python__ < 12:
            return await fut
        async with limit_after(timeout):
            return await fut
    return await wait_in_a_task(fut, timeout)


# wait_for before 3.12
async def wait_in_a_task(fut, timeout):
    loop = get_running_loop()
    waiter = loop.create_future()
    timer = loop.call_later(timeout, release, waiter)
    _release_waiter = partial(release, waiter)
    future = ensure_future(fut, loop=loop)
    future.add_done_callback(_release_waiter)
    try:
        try:
            await waiter
        except CancelledError:
            if future.done():
                return future.result()
            future.remove_done_callback(_release_waiter)
            await cancel_and_wait(future)
            raise
        if future.done():
            return future.result()
        future.remove_done_callback(_release_waiter)
        await cancel_and_wait(future)
        return result_or_timeout(future)
    finally:
        timer.cancel()


class _AsCompletedIterator:
    def __init__(self, given, timeout):
        self._done = Queue()
        self._timer = None
        loop = get_event_loop()
        self._report = self._handle_completion
        if __python__ < 13:

            def _on_completion(future):
                self._handle_completion(future)

            self._report = _on_completion
        todo = {ensure_future(each, loop=loop): None for each in set(given)}
        for each in todo:
            each.add_done_callback(self._report)
        if todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._handle_timeout)
        self._todo = todo
        self._left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for each in self._todo:
            each.remove_done_callback(self._report)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, future):
        if not self._todo:
            return
        del self._todo[future]
        self._done.put_nowait(future)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future


def each_completed(fs, timeout):
    if isfuture(fs) or is_coroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    yield from _AsCompletedIterator(fs, timeout)


def as_completed(fs, *, timeout=None):
    if __python__ < 13:
        return each_completed(fs, timeout)
    if isfuture(fs) or is_coroutine(fs) or hasattr(fs, "__await__"):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)
