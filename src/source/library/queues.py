# The queues of asyncio, for scripts that derive classes from them or look at what they keep to themselves.
# Other scripts get those of the engine, which does the same.

HIDDEN = "\ufdd0" * 12


def wake_first(line):
    while line:
        place = line.popleft()
        if not place.done():
            place.set_result(None)
            return


# Whoever leaves with an error after having been woken, and could have gone on, wakes the next instead.
async def stand_in(queue, line, must_wait):
    place = loop_of(queue).create_future()
    line.append(place)
    try:
        await place
    except BaseException:
        place.cancel()
        if place in line:
            line.remove(place)
        if not must_wait() and not place.cancelled():
            wake_first(line)
        raise


# `join` waits as long as jobs are open.
def count_jobs(queue, change):
    queue._unfinished_tasks += change
    if queue._unfinished_tasks == 0:
        queue._finished.set()
    else:
        queue._finished.clear()


class Queue:
    _loop = None

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters, self._putters = collections.deque(), collections.deque()
        self._unfinished_tasks = 0
        self._finished = asyncio.Event()
        self._finished.set()
        self._is_shutdown = False
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = collections.deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f"<{type(self).__name__} at 0x{HIDDEN} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    def _format(self):
        items = getattr(self, "_queue", None)
        words = [
            ("maxsize={!r}", self._maxsize, True),
            ("_queue={!r}", list(items or ()), items),
            ("_getters[{}]", len(self._getters), self._getters),
            ("_putters[{}]", len(self._putters), self._putters),
            ("tasks={}", self._unfinished_tasks, self._unfinished_tasks),
            ("shutdown", None, self._is_shutdown),
        ]
        return " ".join([word.format(value) for word, value, is_shown in words if is_shown])

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            await stand_in(self, self._putters, self.full)
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown or self.full():
            raise QueueShutDown if self._is_shutdown else QueueFull
        self._put(item)
        count_jobs(self, 1)
        wake_first(self._getters)

    async def get(self):
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            await stand_in(self, self._getters, self.empty)
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueShutDown if self._is_shutdown else QueueEmpty
        item = self._get()
        wake_first(self._putters)
        return item

    def task_done(self):
        if self._unfinished_tasks < 1:
            raise ValueError("task_done() called too many times")
        count_jobs(self, -1)

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    if __python__ >= 13:

        def shutdown(self, immediate=False):
            self._is_shutdown = True
            if immediate:
                dropped = 0
                while not self.empty():
                    self._get()
                    dropped += 1
                count_jobs(self, -min(dropped, self._unfinished_tasks))
            for line in (self._getters, self._putters):
                while line:
                    wake_first(line)


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
