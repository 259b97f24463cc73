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
