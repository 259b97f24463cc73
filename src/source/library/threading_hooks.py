# threading, for programs that hear of what threads raise.


class _ExceptHookArgs(StructSequence):
    FIELDS = "exc_type exc_value exc_traceback thread".split()


ExceptHookArgs = _ExceptHookArgs


# `_threadmodule.c`, `thread_excepthook`
def _excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    print(f"Exception in thread {args.thread.name}:", file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=sys.stderr)


excepthook = __excepthook__ = _excepthook


# What a thread calls that raises (`threading.py`, `_make_invoke_excepthook`).
def tell_of_thread(thread, error):
    if excepthook is not __excepthook__:
        hook = __excepthook__ if excepthook is None else excepthook
        hook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))
