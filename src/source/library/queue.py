# queue: queues between threads.


class Full(Exception):
    pass


if __python__ >= 13:

    class ShutDown(Exception):
        pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.unfinished_tasks = 0
        self._getters, self._putters, self._joiners = [], [], []
        if __python__ >= 13:
            self.is_shutdown = False

    def _init(self, maxsize):
        self.queue = collections.deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        return self._qsize()

    def empty(self):
        return not self._qsize()

    def full(self):
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        refuse_if(is_shut(self))
        if self.maxsize > 0:
            stand(self._putters, self.full, lambda: is_shut(self), block, timeout, Full)
        self._put(item)
        self.unfinished_tasks += 1
        call_next(self._getters)

    def get(self, block=True, timeout=None):
        def is_over():
            return is_shut(self) and not self._qsize()

        refuse_if(is_over())
        stand(self._getters, lambda: not self._qsize(), is_over, block, timeout, Empty)
        item = self._get()
        call_next(self._putters)
        return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        if self.unfinished_tasks == 0:
            call_all(self._joiners)

    def join(self):
        while self.unfinished_tasks:
            turn = concurrent.futures.Future()
            self._joiners.append(turn)
            turn.result()

    if __python__ >= 13:

        def shutdown(self, immediate=False):
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                call_all(self._joiners)
            call_all(self._getters)
            call_all(self._putters)


def is_shut(queue):
    return __python__ >= 13 and queue.is_shutdown


def refuse_if(is_over):
    if is_over:
        raise ShutDown


# Waits in line until there is no need to.
def stand(line, must_wait, is_over, block, timeout, error):
    if not block and must_wait():
        raise error
    if block and timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    until = None if timeout is None else time.monotonic() + timeout
    while must_wait():
        left = None if until is None else until - time.monotonic()
        if left is not None and left <= 0:
            raise error
        turn = concurrent.futures.Future()
        line.append(turn)
        is_late = not comes(turn, left)
        if is_late:
            line.remove(turn)
        refuse_if(is_over())
        if is_late and must_wait():
            raise error


# Whether somebody calls before the time is over.
def comes(turn, left):
    try:
        turn.result(left)
    except TimeoutError:
        return False
    return True


def call_next(line):
    if line:
        line.pop(0).set_result(None)


def call_all(line):
    while line:
        call_next(line)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class SimpleQueue:
    __type_name__ = "_queue.SimpleQueue"

    def __init__(self):
        self._items, self._getters = [], []

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        call_next(self._getters)

    def get(self, block=True, timeout=None):
        stand(self._getters, self.empty, lambda: False, block, timeout, Empty)
        return self._items.pop(0)

    def put_nowait(self, item):
        self.put(item)

    def get_nowait(self):
        return self.get(False)
