# concurrent.futures.thread, for the same scripts.


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        self._pool = new_pool(False, max_workers, thread_name_prefix, initializer, initargs)

    def __getattr__(self, name):
        if name in ("_max_workers", "_thread_name_prefix", "_threads", "_shutdown", "_broken"):
            return getattr(self._pool, name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def submit(self, fn, /, *args, **kwargs):
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._pool.shutdown(wait, cancel_futures=cancel_futures)
