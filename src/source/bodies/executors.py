# What executors, their workers and concurrent futures do. A worker that blocks here stands still on the machine; the loop's thread
# does, too, when it calls one of these itself. Sources of the order of steps: CPython's concurrent/futures/_base.py and thread.py,
# asyncio/threads.py, futures.py and base_events.py.


def worker(executor):
    initializer, initargs = worker_begin(executor)
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            jobs, error = worker_break(executor)
            for job in jobs:
                job_fail(job, error)
                job_notify(job)
            return
    while True:
        worker_wait(executor)
        job = worker_take(executor)
        if job is None:
            return
        if job is False:
            continue
        function, args, kwargs = job_parts(job)
        try:
            result = function(*args, **kwargs)
        except BaseException as error:
            job_fail(job, error)
        else:
            job_finish(job, result)
        job_notify(job)
        # Who waits for the next job holds nothing of this one.
        function = args = kwargs = result = job = None


def job_notify(job):
    while True:
        callback = job_next_callback(job)
        if callback is None:
            return
        try:
            callback(job)
        except Exception as error:
            job_warn(job, error)


def Executor_submit(self, fn, args, kwargs):
    return job_submit(self, fn, args, kwargs)


def Executor_map(self, fn, iterables, timeout, chunksize):
    return map_new([job_submit(self, fn, args, None) for args in map_arguments(iterables)], timeout)


def MapResults___next__(self):
    job = map_take(self)
    try:
        job_wait(job, map_time_left(self))
        return job_outcome(job)
    except BaseException:
        Job_cancel(job)
        for rest in map_rest(self):
            Job_cancel(rest)
        raise


def Executor_shutdown(self, wait, cancel_futures):
    for job in executor_close(self, cancel_futures):
        Job_cancel(job)
    if wait is None or wait:
        for lane in executor_threads(self):
            lane_join(lane, None)


def Executor___enter__(self):
    return self


def Executor___exit__(self, kind, error, trace):
    Executor_shutdown(self, wait=True)
    return False


def Job_result(self, timeout):
    job_wait(self, timeout)
    return job_outcome(self)


def Job_exception(self, timeout):
    job_wait(self, timeout)
    return job_error(self)


def Job_cancel(self):
    news = job_stop(self)
    if news is None:
        return False
    if news:
        job_notify(self)
    return True


def Job_add_done_callback(self, fn):
    if job_keep_callback(self, fn):
        return
    try:
        fn(self)
    except Exception as error:
        job_warn(self, error)


def Job_set_result(self, result):
    job_finish(self, result)
    job_notify(self)


def Job_set_exception(self, exception):
    job_fail(self, exception)
    job_notify(self)


async def to_thread(func, args, kwargs):
    # What it waits for stands in no variable: what holds a traceback would hold itself.
    executor = default_executor(None)
    if is_pool(executor):
        return await job_chain(job_in_context(job_submit(executor, func, args, kwargs)), None)
    return await job_chain(job_in_context(executor.submit(func, *args, **({} if kwargs is None else kwargs))), None)


def Loop_run_in_executor(self, executor, func, args):
    check_job(self, func)
    if executor is None:
        executor = default_executor(self)
    if is_pool(executor):
        return job_chain(job_submit(executor, func, args, None), self)
    # Whatever has a method for it.
    return job_chain(executor.submit(func, *args), self)


def wrap_future(future, loop):
    return job_chain(future, loop)


def thread_body(thread, target, args, kwargs):
    if target is not None:
        try:
            target(*args, **kwargs)
        except BaseException as error:
            thread_warn(thread, error)
            raise


def Thread_join(self, timeout):
    lane_join(self, timeout)


def do_shutdown(executor, future):
    executor.shutdown(wait=True)
    release_threadsafe(future)


async def Loop_shutdown_default_executor(self, timeout):
    executor = begin_shutdown(self)
    if executor is None:
        return
    future = plain_future(self)
    lane = start_shutdown(executor, future)
    if not shutdown_is_limited():
        try:
            await future
        finally:
            lane_join(lane, None)
        return
    try:
        limit = timeout_after(timeout)
        timeout_open(limit)
        try:
            await future
        except BaseException as error:
            timeout_close(limit, error)
            raise
        timeout_close(limit, None)
    except TimeoutError:
        warn_of_shutdown(timeout)
        executor.shutdown(wait=False)
    else:
        lane_join(lane, None)
