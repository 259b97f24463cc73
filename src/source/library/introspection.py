# What asyncio knows of tasks that others made (tasks.py, futures.py). Read only with scripts that tell it of some.

# Each a loop, and the task that the script says is running on it.
entered = []
registered = []
unregistered = []


def index_of(pairs, loop):
    for index, pair in enumerate(pairs):
        if pair[0] is loop:
            return index
    return None


def is_among(tasks, task):
    return any(known is task for known in tasks)


def enter(loop, task):
    index = index_of(entered, loop)
    if index is not None:
        del entered[index]
    if task is not own_task(loop):
        entered.append((loop, task))


def own_task(loop):
    return plain_current_task(loop) if isinstance(loop, AbstractEventLoop) else None


def current_task(loop=None):
    if loop is None:
        loop = get_running_loop()
    index = index_of(entered, loop)
    return own_task(loop) if index is None else entered[index][1]


def all_tasks(loop=None):
    if loop is None:
        loop = get_running_loop()
    own = plain_all_tasks(loop) if isinstance(loop, AbstractEventLoop) else ()
    found = {task for task in own if not is_among(unregistered, task)}
    for task in registered:
        if (task.get_loop() if hasattr(task, "get_loop") else task._loop) is loop and not task.done():
            found.add(task)
    return found


def _enter_task(loop, task):
    current = current_task(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is being executed.")
    enter(loop, task)


def _leave_task(loop, task):
    current = current_task(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    enter(loop, None)


def _swap_current_task(loop, task):
    current = current_task(loop)
    enter(loop, task)
    return current


def _register_task(task):
    unregistered[:] = [known for known in unregistered if known is not task]
    if not is_among(registered, task):
        registered.append(task)


def _unregister_task(task):
    registered[:] = [known for known in registered if known is not task]
    if not is_among(unregistered, task):
        unregistered.append(task)


_register_eager_task = _register_task
_unregister_eager_task = _unregister_task


def converted(error):
    for foreign, own in [
        (concurrent.futures.CancelledError, CancelledError),
        (concurrent.futures.InvalidStateError, InvalidStateError),
    ]:
        if type(error) is foreign:
            made = own(*error.args)
            return made.with_traceback(error.__traceback__) if __python__ >= 13 else made
    return error


def _copy_future_state(source, dest):
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
    elif source.exception() is not None:
        dest.set_exception(converted(source.exception()))
    else:
        dest.set_result(source.result())


# What there is in C as well goes by two more names.
_c_enter_task = _py_enter_task = _enter_task
_c_leave_task = _py_leave_task = _leave_task
_c_register_task = _py_register_task = _register_task
_c_unregister_task = _py_unregister_task = _unregister_task
_c_swap_current_task = _py_swap_current_task = _swap_current_task
_c_current_task = _py_current_task = current_task


# What has this in an attribute of its name is a coroutine function to asyncio (coroutines.py).
class CoroutineMark:
    pass


_is_coroutine = CoroutineMark()
