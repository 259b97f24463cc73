"""What `traceback` gives of a stack is a list. Classes of futures below `asyncio.Future` know where they were made, too."""

import asyncio
import traceback, sys


def f():
    return traceback.extract_stack()


s = f()
print(isinstance(s, list), len(s) > 1, [x.name for x in s[-2:]][-1], type(s[-2:]).__name__, s == list(s), type(s).__name__)
del s[:-2]
s.pop()
s.append(("a.py", 3, "n", "t"))
print(s[-1])
s = traceback.StackSummary.from_list([("a.py", 1, "x", "l"), traceback.FrameSummary("b.py", 2, "y", line="m")])
print(s, "".join(s.format()), end="")
s.reverse()
print(s, s.index(s[0]), sorted(x.lineno for x in s), s + [1])
print(traceback.format_list(s), traceback.StackSummary(), repr(traceback.StackSummary([1])))
try:
    1 / 0
except ZeroDivisionError as e:
    t = traceback.extract_tb(e.__traceback__)
    print(type(t), [x.name for x in t], t[0].line)
    print(traceback.TracebackException.from_exception(e).stack[0].name)


class Own(asyncio.Future):
    pass


class Begun(asyncio.Future):
    def __init__(self, *, loop):
        super().__init__(loop=loop)


loop = asyncio.new_event_loop()
loop.set_debug(True)
for kind in (asyncio.Future, Own, Begun):
    future = kind(loop=loop)
    print(
        isinstance(future._source_traceback, list), [(each.name, each.line) for each in future._source_traceback][-1:]
    )
    print(repr(future).partition(" at ")[0])
    future.cancel()
for kind in (asyncio.Future, asyncio.Task, asyncio.Queue, asyncio.TaskGroup, asyncio.SelectorEventLoop):
    try:
        kind.nothing(1)
    except AttributeError as error:
        print(error)
loop.close()
