# What the clocks of `time` are on Linux: the virtual one stands for all of them.


class ClockInfo:
    __type_name__ = "types.SimpleNamespace"

    def __init__(self, name, is_adjustable):
        self.implementation = f"clock_gettime(CLOCK_{name})"
        self.monotonic = not is_adjustable
        self.adjustable = is_adjustable
        self.resolution = 1e-09

    def __repr__(self):
        return f"namespace({', '.join([f'{field}={value!r}' for field, value in vars(self).items()])})"


def get_clock_info(name):
    if name == "time":
        return ClockInfo("REALTIME", True)
    clocks = {"monotonic": "MONOTONIC", "perf_counter": "MONOTONIC"}
    clocks.update({"process_time": "PROCESS_CPUTIME_ID", "thread_time": "THREAD_CPUTIME_ID"})
    if name not in clocks:
        raise ValueError("unknown clock")
    return ClockInfo(clocks[name], False)


CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 0, 1, 2, 3


# Code takes no time, and while a program sleeps no core has anything to do for it.
def process_time():
    return 0.0


def process_time_ns():
    return 0


thread_time, thread_time_ns = process_time, process_time_ns


def clock_gettime(clk_id, /):
    return 0.0 if clk_id in (CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID) else time.monotonic()


def clock_gettime_ns(clk_id, /):
    return 0 if clk_id in (CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID) else time.monotonic_ns()
