# A task asks what it steps for what comes next, where that is an iterator, too, and sends it nothing then.
import asyncio
from collections.abc import Coroutine


class Sent:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def send(self, value):
        print("send", value)
        return self.coroutine.send(value)

    def throw(self, *error):
        print("throw", [repr(part) for part in error])
        return self.coroutine.throw(*error)

    def close(self):
        print("close")
        self.coroutine.close()


class Both(Sent):
    def __next__(self):
        print("next")
        return self.coroutine.send(None)


class Declared(Coroutine):
    send, throw, close = Sent.send, Sent.throw, Sent.close

    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        yield from self.coroutine.__await__()


async def body():
    for number in range(2):
        try:
            await asyncio.sleep(number)
        except asyncio.CancelledError as error:
            print(repr(error))
    return "over"


async def main():
    for kind in (Both, Declared):
        print(await asyncio.create_task(kind(body())))
        task = asyncio.ensure_future(kind(body()))
        await asyncio.sleep(0.5)
        task.cancel("enough")
        print(await task)
        print(await asyncio.gather(kind(body()), kind(body())))
        print(await asyncio.wait_for(kind(body()), 5))


asyncio.run(main())
