"""A method is looked for before its arguments are evaluated."""

import asyncio


def told(value):
    print("argument", value)
    return value


async def later(value):
    print("argument", value)
    await asyncio.sleep(1)
    return value


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        print("asked for", name)
        return getattr(self._target, name)

    @property
    def handler(self):
        print("property")
        return lambda value: print("handled", value)

    def shown(self, value):
        print("shown", value)


def replaced(proxy):
    proxy.shown = lambda value: print("replaced", value)
    return "old"


def error_of(call):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


async def main():
    queue = asyncio.Queue()
    proxy = Proxy(queue)
    proxy.put_nowait(told(1))
    proxy.handler(told(2))
    proxy.shown(told(3))
    proxy.shown(replaced(proxy))
    proxy.shown(told(4))
    await proxy.put(await later(5))
    await queue.put(await later(6))
    print(queue.qsize(), [queue.get_nowait() for _ in range(queue.qsize())])
    error_of(lambda: queue.missing(told(7)))
    error_of(lambda: None.put(told(8)))
    error_of(lambda: [].add(told(9)))
    error_of(lambda: proxy.missing(told(10)))
    error_of(lambda: proxy.missing(len([1]), str(2)))
    error_of(lambda: asyncio.get_running_loop().missing(told(11)))
    error_of(lambda: "text".upper(told(12)))
    found = []
    found.append(await later(13))
    found.extend([told(14), await later(15)])
    try:
        queue.shut(await later(16))
    except AttributeError as error:
        print(error)
    future = asyncio.get_running_loop().create_future()
    future.set_result(await later(17))
    future.add_done_callback(print if told(False) else lambda done: print("done", done.result()))
    print(found, await future)


asyncio.run(main())
