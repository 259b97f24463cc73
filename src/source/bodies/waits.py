# What the coroutines that wait for other tasks do. Sources of the order of steps: CPython's asyncio/tasks.py, timeouts.py and
# taskgroups.py.


async def wait(fs, timeout, return_when):
    waiting = wait_begin(fs, timeout, return_when)
    try:
        await wait_future(waiting)
    finally:
        wait_end(waiting)
    return wait_result(waiting)


async def cancel_and_wait(future):
    waiting = release_begin(None)
    release_hook(waiting, future)
    try:
        future.cancel()
        await wait_future(waiting)
    finally:
        wait_end(waiting)


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        future = ensure_inner(fut, not is_since(12))
        if Future_done(future):
            return Future_result(future)
        await cancel_and_wait(future)
        try:
            return Future_result(future)
        except CancelledError as error:
            raise TimeoutError from error
    if is_old_wait_for():
        if timeout is None:
            return await fut
        waiting = release_begin(timeout)
        future = ensure_inner(fut, True)
        release_hook(waiting, future)
        try:
            try:
                await wait_future(waiting)
            except CancelledError:
                if Future_done(future):
                    return Future_result(future)
                wait_unhook(waiting)
                await cancel_and_wait(future)
                raise
            if Future_done(future):
                return Future_result(future)
            wait_unhook(waiting)
            await cancel_and_wait(future)
            try:
                return Future_result(future)
            except CancelledError as error:
                raise TimeoutError from error
        finally:
            wait_end(waiting)
    limit = timeout_after(timeout)
    timeout_open(limit)
    try:
        result = await fut
    except BaseException as error:
        timeout_close(limit, error)
        # No variable of CPython's holds it, and it holds the task.
        limit = None
        raise
    timeout_close(limit, None)
    return result


def shield(arg):
    return shield_future(ensure_inner(arg, False))


async def Timeout___aenter__(self):
    timeout_open(self)
    return self


async def Timeout___aexit__(self, kind, error, trace):
    timeout_close(self, error)


def TaskGroup_create_task(self, coro, name, context):
    group_check(self, coro)
    task = create_task(coro, name=name, context=context)
    group_add(self, task)
    return task


async def TaskGroup___aenter__(self):
    group_open(self)
    return self


async def TaskGroup___aexit__(self, kind, error, trace):
    cancellation = group_closing(self, error)
    while True:
        ending = group_wait(self)
        if ending is None:
            break
        try:
            await ending
        except CancelledError as interruption:
            if group_interrupted(self):
                cancellation = interruption
        group_forget(self)
    group_close(self, error, cancellation)


def as_completed(fs, timeout):
    self = completed_new(fs, timeout)
    if completed_is_eager():
        completed_fill(self, [ensure_inner(each, True) for each in completed_given(self)])
    return self


def AsCompleted___next__(self):
    if completed_is_new(self):
        completed_fill(self, [ensure_inner(each, True) for each in completed_given(self)])
    completed_take(self, False)
    return _wait_for_one(self, True)


async def AsCompleted___anext__(self):
    completed_take(self, True)
    return await _wait_for_one(self, False)


async def _wait_for_one(self, resolve):
    future = await Queue_get(completed_queue(self))
    if future is None:
        raise TimeoutError
    if resolve:
        return Future_result(future)
    return future
