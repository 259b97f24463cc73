"""Queues between threads: their order, what their methods raise, and, from 3.13 on, how they are shut down."""

import queue


class Dish:
    """Only asked which of two comes first."""

    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank


class Once(queue.Queue):
    """Keeps what it has in its own way."""

    def _init(self, maxsize):
        self.kept = {}

    def _qsize(self):
        return len(self.kept)

    def _put(self, item):
        self.kept[item] = True

    def _get(self):
        return self.kept.popitem()[0]


def tried(what, *args, **kwargs):
    try:
        print("got", what(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error.args, repr(error.__context__), error.__suppress_context__)


plain = queue.Queue()
for number in range(3):
    plain.put(number)
print(plain.queue, plain.unfinished_tasks, plain.maxsize)
once = Once()
for name in "aba":
    once.put(name)
print(once.qsize(), once.get(), once.get(), once.empty(), once.unfinished_tasks)
ranked = queue.PriorityQueue()
for number, name in enumerate("abcdefgh"):
    ranked.put(Dish(number % 2, name))
print([ranked.get().name for _ in range(8)])
tried(queue.Queue().get, timeout=0)
tried(queue.SimpleQueue().get, timeout=0)
tried(queue.SimpleQueue().get, timeout=-1)
tried(queue.SimpleQueue().get_nowait)
tried(queue.Queue().get, timeout=-1)
tried(queue.Queue().put, 1, timeout=-1)
tried(queue.Queue(1).put, 1, timeout=-1)
full = queue.Queue(1)
full.put(1)
tried(full.put, 2, timeout=0)
tried(full.put_nowait, 2)
tried(full.task_done)
tried(full.task_done)
print(isinstance(queue.SimpleQueue(), queue.Queue), hasattr(queue.SimpleQueue(), "join"))
print(hasattr(queue, "ShutDown"), hasattr(queue.Queue, "shutdown"), hasattr(plain, "is_shutdown"))


def shut_down(immediate):
    line = queue.Queue(3)
    line.put(1)
    line.put(2)
    line.shutdown(immediate)
    print(line.is_shutdown, line.qsize(), line.unfinished_tasks)
    tried(line.put, 4)
    for _ in range(3):
        tried(line.get)
    tried(line.get_nowait)
    tried(line.get, timeout=-1)
    for _ in range(3):
        tried(line.task_done)
    line.join()
    line.is_shutdown = False
    line.put(5)
    tried(line.get)


if hasattr(queue, "ShutDown"):
    shut_down(immediate=False)
    shut_down(immediate=True)
