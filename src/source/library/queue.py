# queue: queues between threads.


class Empty(Exception):
    pass


class Full(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self._items = []
        self._getters = []
        self._putters = []
        self._joiners = []

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        return self._items.pop(0)

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= len(self._items)

    def put(self, item, block=True, timeout=None):
        stand(self._putters, self.full, block, timeout, Full)
        self._put(item)
        self.unfinished_tasks += 1
        call_next(self._getters)

    def get(self, block=True, timeout=None):
        stand(self._getters, self.empty, block, timeout, Empty)
        item = self._get()
        call_next(self._putters)
        return item

    def put_nowait(self, item):
        self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        while self._joiners and self.unfinished_tasks == 0:
            call_next(self._joiners)

    def join(self):
        if self.unfinished_tasks:
            turn = concurrent.futures.Future()
            self._joiners.append(turn)
            turn.result()


# Waits in line until there is no need to.
def stand(line, must_wait, block, timeout, error):
    if timeout is not None and timeout < 0 and block:
        raise ValueError("'timeout' must be a non-negative number")
    until = None if timeout is None else time.monotonic() + timeout
    while must_wait():
        left = None if until is None else until - time.monotonic()
        if not block or left is not None and left <= 0:
            raise error
        turn = concurrent.futures.Future()
        line.append(turn)
        try:
            turn.result(left)
        except TimeoutError:
            line.remove(turn)
            if must_wait():
                raise error from None


def call_next(line):
    if line:
        line.pop(0).set_result(None)


class LifoQueue(Queue):
    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    def _put(self, item):
        self._items.append(item)
        self._items.sort()


class SimpleQueue(Queue):
    __type_name__ = "_queue.SimpleQueue"

    def __init__(self):
        super().__init__(0)
