# gc, as far as a run has it: the collector comes when it is asked to.

switch = [True]
garbage = []


def collect(generation=2):
    return collect_now()


def enable():
    switch[0] = True


def disable():
    switch[0] = False


def isenabled():
    return switch[0]
