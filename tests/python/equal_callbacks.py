"""Callbacks that a script's own class calls equal, and deadlines that were given as whole numbers."""

import asyncio
import enum


class Probe:
    def __init__(self, name, log):
        self.name, self.log = name, log

    def __call__(self, future):
        self.log.append(self.name)

    def __eq__(self, other):
        return isinstance(other, Probe) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


class Refusing:
    def __eq__(self, other):
        raise LookupError("compared")

    def __call__(self, future):
        pass


class Phase(enum.IntEnum):
    FIRST = 1
    SECOND = 2


class Message(enum.Flag):
    PING = enum.auto()
    STOP = enum.auto()
    BOTH = PING | STOP


class Word(enum.StrEnum):
    PLAIN = enum.auto()


async def main():
    loop, log = asyncio.get_running_loop(), []
    future = loop.create_future()
    for name in "abcab":
        future.add_done_callback(Probe(name, log))
    print(future.remove_done_callback(Probe("a", log)), future.remove_done_callback(Probe("z", log)))
    future.add_done_callback(Refusing())
    try:
        future.remove_done_callback(print)
    except LookupError as error:
        print(error)
    future.set_result(None)
    await asyncio.sleep(0)
    print(log)
    for when in (5, 5.0, -5):
        try:
            async with asyncio.timeout_at(when) as timeout:
                print(repr(timeout.when()), timeout)
                timeout.reschedule(7)
                print(repr(timeout.when()), timeout)
                if when == -5:
                    timeout.reschedule(when)
                    await asyncio.sleep(1)
        except TimeoutError:
            print("over", timeout.when())


asyncio.run(main())
print(int(Phase.FIRST), f"{Phase.SECOND:03d}", [5, 6, 7][Phase.SECOND], abs(Phase.FIRST), Phase.SECOND % 2)
print(Message.BOTH, list(Message), Message.PING in Message.BOTH)
print(f"{Word.PLAIN:>7}", Word.PLAIN.upper(), Word.PLAIN.replace("p", "P"))
