# gc, as far as a run has it: the collector comes when it is asked to.

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38

switch = [True]
flags = [0]
threshold = [2000 if __python__ >= 13 else 700, 10, 10]
garbage = []
callbacks = []


def collect(generation=2):
    if generation not in (0, 1, 2):
        raise ValueError("invalid generation")
    tell("start", generation, 0)
    collected = collect_now()
    tell("stop", generation, collected)
    return collected


def tell(phase, generation, collected):
    for callback in list(callbacks):
        callback(phase, {"generation": generation, "collected": collected, "uncollectable": 0})


def enable():
    switch[0] = True


def disable():
    switch[0] = False


def isenabled():
    return switch[0]


def get_threshold():
    return tuple(threshold)


def set_threshold(threshold0, *others):
    if len(others) > 2:
        raise TypeError(f"gc.set_threshold requires 1 to 3 arguments, but {len(others) + 1} were given")
    threshold[: len(others) + 1] = [threshold0, *others]


def get_debug():
    return flags[0]


def set_debug(new):
    flags[0] = new


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0
