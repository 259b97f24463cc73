# sys, as far as a run has it. A line is printed when it is whole.


class TextStream:
    encoding = "utf-8"
    errors = "strict"
    mode = "w"
    closed = False
    line_buffering = False
    newlines = None

    def __init__(self, name):
        self.name = name
        self.line = ""

    def flush(self):
        pass

    def isatty(self):
        return False

    def write(self, text):
        *lines, self.line = (self.line + text).split("\n")
        for line in lines:
            print(line, file=self)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


stdout = TextStream("<stdout>")
stderr = TextStream("<stderr>")
__stdout__ = stdout
__stderr__ = stderr
argv = [""]
maxsize = 9223372036854775807
platform = "linux"
byteorder = "little"
maxunicode = 1114111


hexversion = {11: 0x030B07F0, 12: 0x030C01F0, 13: 0x030D00F0}[__python__]
abiflags = ""


# What floats are (`floatobject.c`, `PyFloat_GetInfo`).
class FloatInfo:
    __type_name__ = "sys.float_info"
    max, max_exp, max_10_exp = 1.7976931348623157e308, 1024, 308
    min, min_exp, min_10_exp = 2.2250738585072014e-308, -1021, -307
    dig, mant_dig, epsilon, radix, rounds = 15, 53, 2.220446049250313e-16, 2, 1

    def __repr__(self):
        names = "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds".split()
        return f"sys.float_info({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"


float_info = FloatInfo()
dont_write_bytecode = False
warnoptions = []
path = [""]
_recursion_limit = 1000
_switch_interval = 0.005


def getrecursionlimit():
    return _recursion_limit


# Calls nest as deep as ever: what a program asks for is kept, and told.
def setrecursionlimit(limit, /):
    global _recursion_limit
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _recursion_limit = limit


def _getframe(depth=0):
    return running_frame(depth)


def getswitchinterval():
    return _switch_interval


# The machine keeps the interval of its settings.
def setswitchinterval(interval, /):
    global _switch_interval
    if interval <= 0.0:
        raise ValueError("switch interval must be strictly positive")
    _switch_interval = interval / 1.0


def getfilesystemencoding():
    return "utf-8"


def getprofile():
    return None


def getdefaultencoding():
    return "utf-8"


def gettrace():
    return None


def intern(string):
    return string


def is_finalizing():
    return False


_origin_depth = 0


# Where coroutines were made is not kept: how deep it would be, a loop that debugs says.
def get_coroutine_origin_tracking_depth():
    loop = _get_running_loop()
    return 10 if loop is not None and loop.get_debug() else _origin_depth


def set_coroutine_origin_tracking_depth(depth):
    global _origin_depth
    if depth < 0:
        raise ValueError("depth must be >= 0")
    _origin_depth = depth


def exit(status=None):
    raise SystemExit if status is None else SystemExit(status)


def exception():
    return handled()


def exc_info():
    error = handled()
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


# The modules that `import asyncio` loads, and the program's own.
class modules_by_name:
    loaded = (
        "__main__ _thread ast asyncio atexit base64 binascii builtins collections concurrent.futures contextlib "
        "contextvars enum errno functools heapq inspect io itertools keyword logging math operator os os.path re reprlib "
        "signal string struct sys textwrap threading time traceback warnings weakref"
    ).split()

    def __getitem__(self, name):
        if name not in self:
            raise KeyError(name)
        return module_named(name)

    def __contains__(self, name):
        return name in self.loaded or name in module_values

    def get(self, name, default=None):
        return self[name] if name in self else default


modules = modules_by_name()
