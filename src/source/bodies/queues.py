# What the coroutines of queues do. Source of the order of steps: CPython's asyncio/queues.py.


async def Queue_put(self, item):
    while queue_waits_to_put(self):
        putter = queue_line_up(self, "put")
        try:
            await putter
        except BaseException:
            queue_leave(self, "put", putter)
            raise
    Queue_put_nowait(self, item)


async def Queue_get(self):
    while queue_waits_to_get(self):
        getter = queue_line_up(self, "get")
        try:
            await getter
        except BaseException:
            queue_leave(self, "get", getter)
            raise
    return Queue_get_nowait(self)


async def Queue_join(self):
    if queue_is_unfinished(self):
        waiter = queue_line_up(self, "join")
        try:
            await waiter
        finally:
            queue_leave(self, "join", waiter)
