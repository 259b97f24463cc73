"""The referee: run an asyncio program under this interpreter on a virtual clock, and print what its tasks did.

    python3 -I -B referee chef.py                  one program, its trace as JSON Lines on stdout
    python3 -I -B referee --batch < programs.json  many: [{"name": …, "source": …}, …], one line of results each

The loop, the tasks and the library are CPython's own. Replaced are only the clock (whole nanoseconds from 0, which jump
to the next timer when nothing is ready), the order of timers with equal deadlines (--ties), the order of sets of anything
but numbers (as they were filled; CPython's depends on addresses), the seed of random where the program gives none
(--seed), and print. What a task does is seen by handing the task a driver in place of its coroutine: it passes everything
on and notes when a step begins and ends.

With --prints only what is printed is told, and nothing stands between a task and its coroutine: what a task holds is freed when
CPython frees it, the module with the interpreter at the end.

Threads and processes of executors, and `threading.Thread`, are virtual: one runs at a time, on the machine's model of cores and GIL.

Not covered: other tools of `threading`, sockets, subprocesses, and signals from outside.
"""

import argparse
import json
import os
import sys

sys.dont_write_bytecode = True  # as -B does, which this file itself needs: nothing is written that was not asked for

from kitchen_referee.batch import run_batch  # noqa: E402
from kitchen_referee.run import prepare_library, run_program  # noqa: E402


def own_stdout():
    """A file on the real stdout that the program cannot write to by accident."""
    trace = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return trace


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "file", nargs="?", default="-", help="a program, or with --batch a list of programs; - is stdin"
    )
    parser.add_argument("--shown", help="the program's path in texts that hold it (default: as given)")
    parser.add_argument("--batch", action="store_true", help="run many programs, each in a process of its own")
    parser.add_argument("--quiet", action="store_true", help="with --batch: drop what programs write to stderr")
    parser.add_argument(
        "--ties", choices=["fifo", "heapq"], default="fifo", help="order of timers with equal deadlines"
    )
    parser.add_argument("--seed", type=int, default=0, help="of the random module")
    parser.add_argument("--cpus", type=int, default=4, help="cores of the machine (default: 4)")
    parser.add_argument("--no-gil", action="store_true", help="threads of one process may run side by side")
    parser.add_argument(
        "--switch-interval-ns", type=int, default=5_000_000, help="how long a thread may keep the GIL from another"
    )
    parser.add_argument("--prints", action="store_true", help="tell prints alone, and leave tasks as they are")
    parser.add_argument("--max-time", type=float, help="virtual seconds (default: none)")
    parser.add_argument("--max-seconds", type=float, default=10, help="real seconds for each program (default: 10)")
    parser.add_argument("--max-events", type=int, default=10_000_000, help="events for each program")
    return parser.parse_args()


def main():
    """Read the program or the list of them, and run."""
    options = arguments()
    out = own_stdout()
    prepare_library(options.ties)
    source = sys.stdin.read() if options.file == "-" else open(options.file, encoding="utf-8").read()
    if options.batch:
        run_batch(json.loads(source), out, options)
    else:
        run_program(options.shown or options.file, source, out, options)


if __name__ == "__main__":
    main()
