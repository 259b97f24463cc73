# concurrent.futures.Future, where a script derives a class from it: an object that holds one of the engine's own.


class Future:
    def __init__(self):
        __setfield__(self, "_job", concurrent.futures.Future())

    def cancel(self):
        return self._job.cancel()

    def cancelled(self):
        return self._job.cancelled()

    def running(self):
        return self._job.running()

    def done(self):
        return self._job.done()

    def result(self, timeout=None):
        return self._job.result(timeout)

    def exception(self, timeout=None):
        return self._job.exception(timeout)

    def add_done_callback(self, fn):
        self._job.add_done_callback(lambda job: fn(self))

    def set_running_or_notify_cancel(self):
        return self._job.set_running_or_notify_cancel()

    def set_result(self, result):
        self._job.set_result(result)

    def set_exception(self, exception):
        self._job.set_exception(exception)

    def __repr__(self):
        return repr(self._job).replace("<Future", f"<{type(self).__name__}", 1)
