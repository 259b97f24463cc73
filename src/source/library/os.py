# os: the process as a run has it: alone, without an environment.

name = "posix"
sep = "/"
linesep = "\n"
pathsep = ":"
curdir = "."
pardir = ".."
devnull = "/dev/null"
altsep = None
extsep = "."
environ = {}


def getpid():
    return 1000


def getppid():
    return 1


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    pass


def unsetenv(key):
    pass


def kill(pid, signal):
    if pid != getpid():
        raise ProcessLookupError(3, "No such process")
    if not 0 <= signal < 65:
        raise OSError(22, "Invalid argument")
    if signal:
        send_signal(int(signal))


def fspath(path):
    if isinstance(path, str):
        return path
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
