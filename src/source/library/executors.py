# concurrent.futures: executors, for scripts that derive classes from them or ask for them. What a pool does, one of the engine does.


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        until = None if timeout is None else timeout + time.monotonic()
        return results_of([self.submit(fn, *args) for args in zip(*iterables)], until)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


# The results of jobs in order; what is left when one fails or nobody asks any more is cancelled.
def results_of(jobs, until):
    jobs.reverse()
    try:
        while jobs:
            job = jobs.pop()
            try:
                result = job.result() if until is None else job.result(until - time.monotonic())
            finally:
                job.cancel()
            yield result
    finally:
        for job in jobs:
            job.cancel()
