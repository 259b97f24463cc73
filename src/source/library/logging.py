# logging: records reach the handlers that a script adds. What asyncio logs to stderr is a warning of the trace already.

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

raiseExceptions = True

NAMES = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

# A logger that a handle or a worker calls itself: where CPython's own code does so, of each version.
CALLED_BY = {
    "call": ("events.py", 89 if __python__ >= 13 else 84 if __python__ == 12 else 80, "_run"),
    "worker": ("thread.py", 58, "run"),
}


def getLevelName(level):
    for number, name in NAMES.items():
        if level == number:
            return name
        if level == name:
            return number
    return f"Level {level}"


def addLevelName(level, levelName):
    NAMES[level] = levelName


def checked(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    for number, name in NAMES.items():
        if level == name:
            return number
    raise ValueError(f"Unknown level: {level!r}")


def getLevelNamesMapping():
    return {name: number for number, name in NAMES.items()} | {"WARN": WARN, "FATAL": FATAL}


def name_of_task():
    try:
        return current_task().get_name()
    except BaseException:
        return None


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.name = name
        self.msg = msg
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.rpartition("/")[2]
        self.module = self.filename.rpartition(".")[0] or self.filename
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = time.time()
        self.msecs = int(self.created * 1000) % 1000 + 0.0
        self.relativeCreated = self.created * 1000
        self.threadName = threading.current_thread().name
        if __python__ >= 12:
            self.taskName = name_of_task()
        self.processName = "MainProcess"

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text

    def __repr__(self):
        return f"<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, {str(self.msg)!r}>"


# What makes records.
FACTORY = [LogRecord]


def setLogRecordFactory(factory):
    FACTORY[0] = factory


def getLogRecordFactory():
    return FACTORY[0]


def makeLogRecord(dict):
    record = FACTORY[0](None, NOTSET, "", 0, "", (), None)
    for name, value in dict.items():
        setattr(record, name, value)
    return record


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    # Since 3.12 a filter may put another record in its place, which is what the rest hears of.
    def filter(self, record):
        for each in self.filters:
            kept = each.filter(record) if hasattr(each, "filter") else each(record)
            if not kept:
                return False
            if __python__ >= 12 and isinstance(kept, LogRecord):
                record = kept
        return record if __python__ >= 12 else True


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        self.level = checked(level)
        self.formatter = None
        self.filters = []
        self.name = None
        self.createLock()

    # Nobody else runs while a record is handled.
    def createLock(self):
        self.lock = None

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"

    def setLevel(self, level):
        self.level = checked(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or Formatter()).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        kept = self.filter(record)
        if kept:
            self.emit(kept if isinstance(kept, LogRecord) else record)
        return kept

    def handleError(self, record):
        if raiseExceptions:
            print("--- Logging error ---", file=sys.stderr)
            traceback.print_exc()

    def acquire(self):
        pass

    def release(self):
        pass

    def flush(self):
        pass

    def close(self):
        pass


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def setStream(self, stream):
        before = self.stream
        self.stream = stream
        return before

    def flush(self):
        if self.stream and hasattr(self.stream, "flush"):
            self.stream.flush()

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"

    def emit(self, record):
        if record.name == "asyncio" and self.stream is sys.__stderr__:
            return
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)


# A method for each level, by what logs at any.
class Levels:
    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    fatal = critical


class Logger(Levels, Filterer):
    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = checked(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.filters = []
        self.disabled = False

    def setLevel(self, level):
        self.level = checked(level)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > limits[0] and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def getChildren(self):
        return {logger for logger in LOGGERS.values() if logger.parent is self}

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)
        log_by_default(log_context)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = FACTORY[0](name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ("message", "asctime") or key in vars(record):
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            setattr(record, key, value)
        return record

    # The frame that called, or one around it, in which `stacklevel` says how far (`logging/__init__.py`, `findCaller`).
    def findCaller(self, stack_info=False, stacklevel=1):
        stack = None
        if stack_info or stacklevel > 1:
            frames = running_frames()
            caller = frames[max(0, min(stacklevel, len(frames)) - 1)]
            if stack_info:
                stack = told_stack(caller)
            code = caller.f_code
            return code.co_filename, caller.f_lineno, code.co_name, stack
        path, line, function = caller_place()
        if is_of_library(path):
            path, line, function = CALLED_BY.get(function, (path, line, function))
        return path, line, function, stack

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                error = handled()
                exc_info = (None, None, None) if error is None else (type(error), error, error.__traceback__)
        path, line, function, stack = self.findCaller(stack_info, stacklevel)
        self.handle(self.makeRecord(self.name, level, path, line, msg, args, exc_info, function, extra, stack))

    def handle(self, record):
        kept = not self.disabled and self.filter(record)
        if kept:
            self.callHandlers(kept if isinstance(kept, LogRecord) else record)

    def callHandlers(self, record):
        logger, is_handled = self, False
        while logger is not None:
            for handler in list(logger.handlers):
                is_handled = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not is_handled and record.levelno >= WARNING and record.name != "asyncio":
            print(record.getMessage(), file=sys.stderr)

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            raise TypeError("level must be an integer")
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def __repr__(self):
        kind = "RootLogger" if self is root else "Logger"
        return f"<{kind} {self.name} ({getLevelName(self.getEffectiveLevel())})>"
