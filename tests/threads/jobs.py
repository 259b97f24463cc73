# Waiting for several jobs, barriers, timers, and who is there.
import concurrent.futures
import re
import threading
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, as_completed, wait

said = []


def nap(seconds, value=None):
    time.sleep(seconds)
    if value == "bad":
        raise ValueError(seconds)
    return value or seconds


def shown(thing):
    return re.sub("0x[0-9a-f]+|[0-9]{9,}", "ADDRESS", repr(thing))


with ThreadPoolExecutor(3) as pool:
    jobs = {pool.submit(nap, seconds): seconds for seconds in (0.6, 0.2, 0.4)}
    for job in as_completed(jobs):
        print(jobs[job], job.result())
    jobs = [pool.submit(nap, 0.2), pool.submit(nap, 1)]
    try:
        for job in as_completed(jobs, timeout=0.5):
            print("first", job.result())
    except TimeoutError as error:
        print(error)
    first, second, third = pool.submit(nap, 0.2), pool.submit(nap, 0.4, "bad"), pool.submit(nap, 0.8)
    done, not_done = wait([first, second, third], return_when=FIRST_COMPLETED)
    print(len(done), len(not_done), first in done)
    result = wait([first, second, third], return_when=FIRST_EXCEPTION)
    print(len(result.done), second in result.done, repr(second.exception()))
    result = wait({first, second, third}, timeout=0.1)
    print(len(result.done), third in result.not_done, third.running(), type(result).__name__)
    print(len(wait([first, second, third, first]).done))
    try:
        wait([pool.submit(nap, 0.1)], return_when="never")
    except ValueError as error:
        print(error)

future = concurrent.futures.Future()
print(shown(future))
future.set_running_or_notify_cancel()
print(shown(future))
future.set_result(5)
print(shown(future))
try:
    future.set_result(6)
except concurrent.futures.InvalidStateError as error:
    print(re.sub("0x[0-9a-f]+", "ADDRESS", str(error)))
failed = concurrent.futures.Future()
failed.set_exception(OSError("x"))
print(shown(failed))
cancelled = concurrent.futures.Future()
print(cancelled.cancel(), shown(cancelled), cancelled.set_running_or_notify_cancel(), shown(cancelled))


def pass_by(barrier, seconds):
    time.sleep(seconds)
    said.append((seconds, barrier.wait()))


barrier = threading.Barrier(3, action=lambda: said.append("open"), timeout=5)
threads = [threading.Thread(target=pass_by, args=(barrier, seconds), name=f"T{seconds}") for seconds in (0, 0.2, 0.4)]
for thread in threads:
    thread.start()
time.sleep(0.1)
print(threading.active_count(), [thread.name for thread in threading.enumerate()], barrier.n_waiting)
print(shown(threads[1]), shown(threading.Thread(name="new")), shown(threading.main_thread()))
for thread in threads:
    thread.join()
print(said[0], sorted(said[1:]), barrier.parties, barrier.broken, shown(threads[0]))
alone = threading.Barrier(2)
try:
    alone.wait(timeout=0.1)
except threading.BrokenBarrierError as error:
    print(repr(error), alone.broken)
alone.reset()
print(alone.broken)
said.clear()
timer = threading.Timer(0.3, said.append, args=("rings",))
timer.start()
other = threading.Timer(0.5, said.append, ("never",))
other.start()
time.sleep(0.4)
other.cancel()
other.join()
timer.join()
print(said, timer.is_alive(), other.finished.is_set())
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)
