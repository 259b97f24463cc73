# concurrent.futures.process, for the same scripts.


class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=None):
        self._pool = new_pool(True, max_workers, "", None, ())

    def submit(self, fn, /, *args, **kwargs):
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._pool.shutdown(wait, cancel_futures=cancel_futures)
