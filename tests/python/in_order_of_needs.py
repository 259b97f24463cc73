# graphlib, errno, keyword, platform and timeit: jobs that wait for others, and what programs ask of the machine.
import asyncio
import errno
import graphlib
import keyword
import platform
import sys
import time
import timeit
from graphlib import CycleError, TopologicalSorter

NEEDS = {"cake": ["dough", "oven"], "dough": ["flour", "eggs"], "oven": [], "tea": ["water"], "table": ["cake", "tea"]}


async def job(name, seconds, done):
    await asyncio.sleep(seconds)
    await done.put(name)


async def by_needs():
    sorter = TopologicalSorter(NEEDS)
    sorter.prepare()
    done = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        while sorter.is_active():
            for name in sorter.get_ready():
                print("begins", name)
                group.create_task(job(name, len(name), done))
            name = await done.get()
            print("ends", name)
            sorter.done(name)


def wrongly():
    sorter = graphlib.TopologicalSorter()
    sorter.add("x", "y", "z")
    sorter.add("z", "y", "y")
    for step in (
        lambda: sorter.get_ready(),
        lambda: sorter.is_active(),
        lambda: sorter.prepare(),
        lambda: sorter.add("late"),
        lambda: sorter.prepare(),
        lambda: sorter.done("x"),
        lambda: sorter.done("nothing"),
        lambda: sorter.get_ready(),
        lambda: sorter.done("y"),
        lambda: sorter.done("y"),
        lambda: sorter.get_ready(),
    ):
        try:
            print(step())
        except ValueError as error:
            print(error)
    for graph in ({1: [2], 2: [3, 4], 3: [5], 4: [1], 5: [3]}, {"a": ["a"]}, {"a": ["b"], "b": ["c"], "c": ["a"]}):
        try:
            print(list(TopologicalSorter(graph).static_order()))
        except CycleError as error:
            print(error.args)
    print(list(TopologicalSorter({4: {2}, 2: {1}, 3: {1}}).static_order()))


def of_the_machine():
    print(errno.ENOENT, errno.errorcode[errno.EAGAIN], errno.EWOULDBLOCK == errno.EAGAIN, len(errno.errorcode))
    try:
        raise OSError(errno.ECONNREFUSED, "nobody is there")
    except ConnectionRefusedError as error:
        print(error.errno == errno.ECONNREFUSED, errno.errorcode[error.errno])
    print([word for word in ("async", "match", "type", "self") if keyword.iskeyword(word)], len(keyword.kwlist))
    print([word for word in ("async", "match", "type", "self") if keyword.issoftkeyword(word)])
    version = platform.python_version()
    print(platform.system(), platform.python_implementation(), version.split(".")[:2])
    print(tuple(map(int, platform.python_version_tuple()[:2])) == sys.version_info[:2])


def timed():
    made = []
    print(timeit.timeit(lambda: time.sleep(0.5), number=4))
    print(timeit.repeat(lambda: made.append(time.sleep(0.25)), number=2, repeat=3), len(made))
    timer = timeit.Timer(lambda: time.sleep(0.125), setup=lambda: time.sleep(1))
    print(timer.timeit(number=2), timer.repeat(2, 4), timer.autorange())
    start = timeit.default_timer()
    time.sleep(2)
    print(timeit.default_timer() - start)


asyncio.run(by_needs())
wrongly()
of_the_machine()
timed()
