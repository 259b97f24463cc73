# signal: the signals that a run can send to itself. None comes from outside.


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


SIGHUP, SIGINT, SIGQUIT, SIGILL = Signals.SIGHUP, Signals.SIGINT, Signals.SIGQUIT, Signals.SIGILL
SIGTRAP, SIGABRT, SIGBUS, SIGFPE = Signals.SIGTRAP, Signals.SIGABRT, Signals.SIGBUS, Signals.SIGFPE
SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2 = Signals.SIGKILL, Signals.SIGUSR1, Signals.SIGSEGV, Signals.SIGUSR2
SIGPIPE, SIGALRM, SIGTERM, SIGCHLD = Signals.SIGPIPE, Signals.SIGALRM, Signals.SIGTERM, Signals.SIGCHLD
SIGCONT, SIGSTOP, SIGTSTP, SIGURG = Signals.SIGCONT, Signals.SIGSTOP, Signals.SIGTSTP, Signals.SIGURG
SIGTTIN, SIGTTOU, SIGXCPU, SIGXFSZ = Signals.SIGTTIN, Signals.SIGTTOU, Signals.SIGXCPU, Signals.SIGXFSZ
SIGVTALRM, SIGPROF, SIGWINCH, SIGIO = Signals.SIGVTALRM, Signals.SIGPROF, Signals.SIGWINCH, Signals.SIGIO
SIGPWR, SIGSYS, SIGRTMIN, SIGRTMAX = Signals.SIGPWR, Signals.SIGSYS, Signals.SIGRTMIN, Signals.SIGRTMAX
SIGSTKFLT, SIGPOLL, SIGIOT, SIGCLD = Signals.SIGSTKFLT, Signals.SIGIO, Signals.SIGABRT, Signals.SIGCHLD
SIG_DFL, SIG_IGN = Handlers.SIG_DFL, Handlers.SIG_IGN
NSIG = 65
default_int_handler = default_interrupt

DESCRIPTIONS = (
    "Hangup,Interrupt,Quit,Illegal instruction,Trace/breakpoint trap,Aborted,Bus error,Floating point exception,Killed,"
    "User defined signal 1,Segmentation fault,User defined signal 2,Broken pipe,Alarm clock,Terminated,Stack fault,"
    "Child exited,Continued,Stopped (signal),Stopped,Stopped (tty input),Stopped (tty output),Urgent I/O condition,"
    "CPU time limit exceeded,File size limit exceeded,Virtual timer expired,Profiling timer expired,Window changed,"
    "I/O possible,Power failure,Bad system call"
)


def number_of(signalnum):
    if not isinstance(signalnum, int):
        kind = type(signalnum).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as an integer")
    return int(signalnum)


def in_range(signalnum):
    number = number_of(signalnum)
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return number


def named(handler):
    return Handlers(handler) if isinstance(handler, int) and handler in (0, 1) else handler


def signal(signalnum, handler):
    number = number_of(signalnum)
    if threading.get_ident() != 1:
        raise ValueError("signal only works in main thread of the main interpreter")
    in_range(number)
    if isinstance(handler, int) and handler in (0, 1):
        handler = int(handler)
    elif not callable(handler):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    return named(set_signal_handler(number, handler))


def getsignal(signalnum):
    return named(signal_handler(in_range(signalnum)))


def raise_signal(signalnum):
    number = number_of(signalnum)
    if not 0 <= number < NSIG:
        raise OSError(22, "Invalid argument")
    if number:
        send_signal(number)


def strsignal(signalnum):
    number = in_range(signalnum)
    if number <= 31:
        return DESCRIPTIONS.split(",")[number - 1]
    return f"Real-time signal {number - 34}" if number >= 34 else f"Unknown signal {number}"


def valid_signals():
    listed = [Signals(number) if number <= 31 or number in (34, 64) else number for number in range(1, NSIG)]
    return set([number for number in listed if number not in (32, 33)])
