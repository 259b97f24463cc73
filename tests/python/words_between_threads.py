# Where the errors of queues and semaphores between threads are at home, and what they say.
import queue
import sys
import threading
import traceback

print(queue.Empty, queue.Full, queue.Empty.__module__)
try:
    queue.Queue().get_nowait()
except queue.Empty as error:
    print(traceback.format_exception_only(error))
    told = traceback.TracebackException.from_exception(error)
    print(told.exc_type_str if sys.version_info >= (3, 13) else hasattr(told, "exc_type_str"))
try:
    threading.Semaphore().acquire(blocking=False, timeout=1)
except ValueError as error:
    print(error)
