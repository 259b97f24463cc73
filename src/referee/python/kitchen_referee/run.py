"""One program, from its source to its end."""

import ast
import asyncio
import builtins
import faulthandler
import gc
import io
import linecache
import os
import random
import signal
import sys
import types

from .clock import END_OF_TIME_NS, Clock, FairTimer, VirtualTimer, nanoseconds
from .loop import VirtualLoop, VirtualPolicy
from .machine import Machine
from .recorder import Recorder
from .sets import Hashes, OrderedSet, OrderSets, order_sets_of_tasks
from .threads import virtual_threads
from .world import ProgramOutput, hide_frames, recorded_print, show_days, virtual_time

HARNESS_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GRACE_SECONDS = 2  # beyond --max-seconds, before a program is killed from outside


def run_program(path, source, out, options):
    """Run one program to its end, which is the end of this process too, at once or, with --prints, as the interpreter ends."""
    clock = Clock(END_OF_TIME_NS if options.max_time is None else nanoseconds(options.max_time))
    recorder = Recorder(clock, out, options.max_events, options.prints)
    clock.at_limit = lambda: recorder.end("limit", limit="time")
    limit_real_time(recorder, options.max_seconds)
    gc.disable()  # else its moment would decide when forgotten coroutines are closed
    machine = Machine(clock, recorder, options.cpus, None if options.no_gil else options.switch_interval_ns)
    recorder.machine = machine
    virtual_time(clock, recorder, machine)
    show_days(source)
    virtual_threads(machine, recorder)
    hide_frames(HARNESS_FOLDER)
    output = ProgramOutput(recorder)
    recorded_print(recorder, output)
    if options.prints:
        sys.__stdout__ = output  # what the interpreter has in place of the program's stdout when it is torn down
    sys.stdin = io.StringIO()
    sys.argv = [path]
    VirtualLoop.clock, VirtualLoop.recorder, VirtualLoop.machine = clock, recorder, machine
    VirtualLoop.has_drivers = not options.prints
    end = recorder.write_end if options.prints else recorder.end
    seed_random(options.seed)
    failure = None
    try:
        execute(path, source)
    except SystemExit as leaving:
        leave(machine)
        if leaving.code not in (None, 0):
            return end("exception", **described(leaving))
    except BaseException as exception:
        failure = without_harness(exception)
    if failure is not None:
        sys.excepthook(type(failure), failure, failure.__traceback__)
        leave(machine)
        return end("exception", **described(failure))
    leave(machine)
    end("ok")


def leave(machine):
    """What the interpreter does when a program is over: its threads end, then its collector comes for the last time."""
    machine.end_process()
    gc.collect()


def seed_random(number):
    """Seed the module random, and with the same number every generator that the program does not seed itself."""
    seed_module = random.seed

    class Random(random.Random):
        """As it was, but for a seed that is not given."""

        def seed(self, a=None, version=2):
            super().seed(number if a is None else a, version)

    Random.__module__, Random.__qualname__ = "random", "Random"
    random.Random = Random
    random.seed = lambda a=None, version=2: seed_module(number if a is None else a, version)
    random.seed(number)


def prepare_library(ties):
    """What is changed in asyncio, once for all programs."""
    asyncio.events.TimerHandle = VirtualTimer if ties == "heapq" else FairTimer
    asyncio.set_event_loop_policy(VirtualPolicy())
    # What a program derives its own policies from, and what it gets back by setting none.
    asyncio.DefaultEventLoopPolicy = VirtualPolicy
    asyncio.SelectorEventLoop = VirtualLoop
    order_sets_of_tasks()


def execute(path, source):
    """Run the source as the main module."""
    module = types.ModuleType("__main__")
    module.__dict__.update(__file__=path, __builtins__=builtins, set=OrderedSet)
    Hashes.are_steady = True
    sys.modules["__main__"] = module
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    linecache.cache[path] = len(source), None, source.splitlines(keepends=True), path
    tree = OrderSets().visit(ast.parse(source, path))
    exec(compile(tree, path, "exec", dont_inherit=True), module.__dict__)


def described(exception):
    """An exception's class and words."""
    return {"class": type(exception).__name__, "message": str(exception)}


def without_harness(exception):
    """The exception with a traceback that shows the program's and the library's frames, not ours."""
    frames = []
    step = exception.__traceback__
    while step is not None:
        if not step.tb_frame.f_code.co_filename.startswith(HARNESS_FOLDER):
            frames.append(step)
        step = step.tb_next
    kept = None
    for step in reversed(frames):
        kept = types.TracebackType(kept, step.tb_frame, step.tb_lasti, step.tb_lineno)
    return exception.with_traceback(kept)


def limit_real_time(recorder, seconds):
    """End a program that takes too long; one that never listens is killed a little later. Signals are as at a terminal."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever the shell that started this one ignores
    faulthandler.dump_traceback_later(seconds + GRACE_SECONDS, exit=True, file=open(os.devnull, "w"))
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, recorder.end_out_of_time)
        signal.setitimer(signal.ITIMER_REAL, seconds)
