"""Many programs, each in a process of its own."""

import gc
import json
import os
import select
import signal
import sys
import time

from .run import GRACE_SECONDS, run_program


def run_batch(programs, out, options):
    """Run each program in a process of its own: the numbers of `Task-2` start anew, and none can disturb the next."""
    gc.collect()
    gc.freeze()
    for program in programs:
        lines = run_apart(program, options)
        out.write(f'{{"name": {json.dumps(program["name"])}, "events": [{", ".join(lines)}]}}\n')
        out.flush()


def run_apart(program, options):
    """The lines of one program's trace, which always end with an `end`."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        if options.quiet:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        run_program(program["name"], program["source"], open(writing, "w"), options)
        sys.exit()
    os.close(writing)
    text = read_until(reading, time.monotonic() + options.max_seconds + 2 * GRACE_SECONDS)
    os.close(reading)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    lines = text.decode().split("\n")[:-1]
    if not lines or '"event": "end"' not in lines[-1]:
        lines.append(json.dumps({"t": None, "task": None, "event": "end", "outcome": "limit", "limit": "killed"}))
    return lines


def read_until(descriptor, deadline):
    """All that comes through a pipe, till its end or the deadline."""
    parts = []
    while select.select([descriptor], [], [], max(0, deadline - time.monotonic()))[0]:
        part = os.read(descriptor, 1 << 16)
        if not part:
            break
        parts.append(part)
    return b"".join(parts)
