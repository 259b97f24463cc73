# Signals that a run sends to itself: what is done where one comes, for the script, for runners and for loops
# (`runners.py`, `Runner._on_sigint`; `unix_events.py`, `add_signal_handler`).

SIG_DEFAULT, SIG_IGNORED = 0, 1
# Without a handler these do nothing: SIGCHLD, SIGCONT, SIGURG, SIGWINCH.
HARMLESS = (17, 18, 23, 28)
# Nobody can handle these: SIGKILL, SIGSTOP.
UNCATCHABLE = (9, 19)

# What the script has said of signals, by number. SIGPIPE and SIGXFSZ are ignored from the beginning.
handlers_of_signals = {13: SIG_IGNORED, 25: SIG_IGNORED}
# Of each loop by number: what is called, with which arguments, in which context.
signals_of_loops = {}
# The loop that is woken by signals, and what has come for each.
loop_for_signals = None
signals_to_read = {}
# The handler of the runner that runs, and its main task.
handler_of_runner = (None, None)


def default_interrupt(signalnum, frame):
    raise KeyboardInterrupt


default_interrupt.__name__ = default_interrupt.__qualname__ = "default_int_handler"


# A runner is interrupted: its main task is cancelled, the second time whatever runs ends.
def interrupt(main_task):
    global handler_of_runner

    if handler_of_runner[0] is main_task:
        return handler_of_runner[1]

    def _on_sigint(signum, frame):
        if interrupt_runner() == 1 and not main_task.done():
            main_task.cancel()
            main_task.get_loop().call_soon_threadsafe(lambda: None)
            return
        raise KeyboardInterrupt()

    handler_of_runner = (main_task, _on_sigint)
    return _on_sigint


def signal_handler(number):
    if number == 2:
        main_task = interruptible_task()
        if main_task is not None:
            return interrupt(main_task)
        return handlers_of_signals.get(number, default_interrupt)
    return handlers_of_signals.get(number, SIG_DEFAULT)


def set_signal_handler(number, handler):
    before = signal_handler(number)
    if number in UNCATCHABLE:
        raise OSError(22, "Invalid argument")
    if number == 2 and handler is default_interrupt:
        note_interrupt_handler(0)
    elif number == 2 and handler is handler_of_runner[1]:
        note_interrupt_handler(1)
        return before
    elif number == 2:
        note_interrupt_handler(2)
    handlers_of_signals[number] = handler
    return before


def raise_again(error):
    raise error


def send_signal(number):
    handler = signal_handler(number)
    if handler == SIG_IGNORED or handler == SIG_DEFAULT and number in HARMLESS:
        return
    if handler == SIG_DEFAULT:
        refuse_to_go_on("a signal that ends the process")
    loop = loop_for_signals
    if loop is not None and not loop.is_closed():
        signals_to_read.setdefault(loop, []).append(number)
        wake_by_signal(loop)
    if threading.get_ident() == 1:
        handler(number, None)
        return
    # Handlers run in the main thread: what they raise is raised there.
    try:
        handler(number, None)
    except BaseException as error:
        main_task = interruptible_task()
        if loop is None and main_task is None:
            refuse_to_go_on("a signal from a thread that ends what the main one does")
        (loop or main_task.get_loop()).call_soon_threadsafe(raise_again, error)


def check_signal(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if not 1 <= sig <= 64 or sig in (32, 33):
        raise ValueError(f"invalid signal number {sig}")


def _sighandler_noop(signum, frame):
    pass


def add_signal_handler(loop, sig, callback, args):
    global loop_for_signals

    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used with add_signal_handler()")
    check_signal(sig)
    if loop.is_closed():
        raise RuntimeError("Event loop is closed")
    if threading.get_ident() != 1:
        raise RuntimeError("set_wakeup_fd only works in main thread of the main interpreter")
    loop_for_signals = loop
    of_loop = signals_of_loops.setdefault(loop, {})
    of_loop[int(sig)] = (callback, args, contextvars.copy_context())
    try:
        set_signal_handler(int(sig), _sighandler_noop)
    except OSError:
        del of_loop[int(sig)]
        if not of_loop:
            loop_for_signals = None
        raise RuntimeError(f"sig {sig} cannot be caught")


def remove_signal_handler(loop, sig):
    global loop_for_signals

    check_signal(sig)
    of_loop = signals_of_loops.get(loop, {})
    if of_loop.pop(int(sig), None) is None:
        return False
    set_signal_handler(int(sig), default_interrupt if sig == 2 else SIG_DEFAULT)
    if not of_loop:
        loop_for_signals = None
    return True


# The loop reads which signals have come: what it calls for them joins the queue.
def _read_from_self(loop):
    for number in signals_to_read.pop(loop, ()):
        entry = signals_of_loops.get(loop, {}).get(number)
        if entry is not None:
            callback, args, context = entry
            loop.call_soon(callback, *args, context=context)


def remove_signal_handlers(loop):
    for number in list(signals_of_loops.get(loop, ())):
        remove_signal_handler(loop, number)
    signals_of_loops.pop(loop, None)
