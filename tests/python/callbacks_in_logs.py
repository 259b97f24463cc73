"""What callbacks of concurrent futures raise is logged, and nothing else comes of it."""

import concurrent.futures
import logging
import re


class Ear(logging.Handler):
    def emit(self, record):
        message = re.sub("0x[0-9a-f]+|<[A-Za-z]+", "…", record.getMessage())
        print(record.name, record.levelname, message, repr(record.exc_info[1]))


def fails(future):
    raise ValueError(future.result())


logging.getLogger("concurrent.futures").addHandler(Ear())
future = concurrent.futures.Future()
future.add_done_callback(fails)
future.add_done_callback(lambda future: print("second"))
future.set_result(1)
future.add_done_callback(fails)
with concurrent.futures.ThreadPoolExecutor(1) as pool:
    job = pool.submit(abs, -3)
    job.add_done_callback(fails)
print("end")
