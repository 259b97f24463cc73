# concurrent.futures: waiting for several futures at once.

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

DoneAndNotDoneFutures = collections.namedtuple("DoneAndNotDoneFutures", "done not_done")


def has_failed(future):
    return not future.cancelled() and future.exception() is not None


# What was given, each once.
def each_once(fs):
    futures = []
    for future in fs:
        if future not in futures:
            futures.append(future)
    return futures


# A future that is set once something more is done, and what is done, in that order.
class Watch:
    def __init__(self, futures):
        self.done = []
        self.turn = concurrent.futures.Future()
        for future in futures:
            future.add_done_callback(self.note)

    def note(self, future):
        self.done.append(future)
        if not self.turn.done():
            self.turn.set_result(None)

    # Whether there was something in time.
    def wait(self, until):
        try:
            self.turn.result(None if until is None else until - time.monotonic())
        except TimeoutError:
            return False
        self.turn = concurrent.futures.Future()
        return True


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    futures = each_once(fs)
    until = None if timeout is None else time.monotonic() + timeout
    done = [future for future in futures if future.done()]
    is_over = len(done) == len(futures)
    is_over = is_over or return_when == FIRST_COMPLETED and bool(done)
    is_over = is_over or return_when == FIRST_EXCEPTION and any([has_failed(future) for future in done])
    if not is_over:
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError(f"Invalid return condition: {return_when!r}")
        watch = Watch([future for future in futures if future not in done])
        left = len(futures) - len(done)
        while not is_over and watch.wait(until):
            is_over = len(watch.done) == left or return_when == FIRST_COMPLETED
            is_over = is_over or return_when == FIRST_EXCEPTION and any([has_failed(future) for future in watch.done])
        done.extend(watch.done)
    return DoneAndNotDoneFutures(set(done), {future for future in futures if future not in done})


def as_completed(fs, timeout=None):
    until = None if timeout is None else time.monotonic() + timeout
    futures = each_once(fs)
    finished = [future for future in futures if future.done()]
    watch = Watch([future for future in futures if future not in finished])
    left = len(futures)
    while finished:
        left -= 1
        yield finished.pop()
    given = 0
    while left:
        if given == len(watch.done):
            if until is not None and until - time.monotonic() < 0 or not watch.wait(until):
                raise TimeoutError(f"{left} (of {len(futures)}) futures unfinished")
            continue
        given += 1
        left -= 1
        yield watch.done[given - 1]
