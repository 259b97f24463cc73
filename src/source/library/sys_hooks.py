# sys, for programs that hear what nobody takes.


def excepthook(exctype, value, tb, /):
    traceback.print_exception(exctype, value, tb, file=stderr)


__excepthook__ = excepthook


class UnraisableHookArgs(StructSequence):
    __module__ = "builtins"
    FIELDS = "exc_type exc_value exc_traceback err_msg object".split()


# `errors.c`, `_PyErr_WriteUnraisableDefaultHook`
def unraisablehook(unraisable, /):
    message = "Exception ignored in" if unraisable.err_msg is None else unraisable.err_msg
    print(f"{message}: {unraisable.object!r}" if unraisable.object is not None else message, file=stderr)
    traceback.print_exception(unraisable.exc_type, unraisable.exc_value, unraisable.exc_traceback, file=stderr)


__unraisablehook__ = unraisablehook


# What the engine calls where something raises that has nobody above it.
def tell_unraisable(error, called, is_at_exit):
    message = None
    if is_at_exit:
        message = "Exception ignored in atexit callback"
        if __python__ >= 13:
            message, called = f"{message} {called!r}", None
    unraisablehook(UnraisableHookArgs((type(error), error, error.__traceback__, message, called)))


# What the engine calls with what the program ends with.
def tell_end(error):
    excepthook(type(error), error, error.__traceback__)
