# logging, as far as it goes to stderr, which is no print: levels are kept, records are dropped.

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

NAMES = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}


def getLevelName(level):
    for number, name in NAMES.items():
        if level == number:
            return name
        if level == name:
            return number
    return f"Level {level}"


def checked(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    for number, name in NAMES.items():
        if level == name:
            return number
    raise ValueError(f"Unknown level: {level!r}")


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._fmt = fmt
        self.datefmt = datefmt


class Filterer:
    def addFilter(self, filter):
        raise NotImplementedError("kitchen-sim drops what is logged: it has no filters")

    def removeFilter(self, filter):
        pass


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        self.level = checked(level)
        self.formatter = None

    def setLevel(self, level):
        self.level = checked(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def flush(self):
        pass

    def close(self):
        pass


class NullHandler(Handler):
    pass


class StreamHandler(Handler):
    def __init__(self, stream=None):
        super().__init__()
        if stream is not None and getattr(stream, "name", None) != "<stderr>":
            raise NotImplementedError("kitchen-sim logs to stderr alone: write print(…)")
        self.stream = stream


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = checked(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
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
        return not self.disabled and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def addHandler(self, hdlr):
        if type(hdlr) not in (Handler, NullHandler, StreamHandler):
            raise NotImplementedError("kitchen-sim drops what is logged: it has no handlers of one's own")
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def debug(self, msg, *args, **kwargs):
        pass

    def info(self, msg, *args, **kwargs):
        pass

    def warning(self, msg, *args, **kwargs):
        pass

    def error(self, msg, *args, **kwargs):
        pass

    def exception(self, msg, *args, exc_info=True, **kwargs):
        pass

    def critical(self, msg, *args, **kwargs):
        pass

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            raise TypeError("level must be an integer")


root = Logger("root", WARNING)
LOGGERS = {}


def getLogger(name=None):
    if not name or name == root.name:
        return root
    if not isinstance(name, str):
        raise TypeError("A logger name must be a string")
    if name not in LOGGERS:
        LOGGERS[name] = Logger(name)
        for logger in LOGGERS.values():
            logger.parent = parent_of(logger.name)
    return LOGGERS[name]


def parent_of(name):
    while "." in name:
        name = name.rpartition(".")[0]
        if name in LOGGERS:
            return LOGGERS[name]
    return root


def basicConfig(*, level=None, stream=None, handlers=None, force=False, **kwargs):
    if kwargs.get("filename") is not None:
        raise NotImplementedError("kitchen-sim writes no files")
    if root.handlers and not force:
        return
    root.handlers = []
    for handler in [StreamHandler(stream)] if handlers is None else handlers:
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def disable(level=CRITICAL):
    pass


def shutdown():
    pass


def debug(msg, *args, **kwargs):
    pass


def info(msg, *args, **kwargs):
    pass


def warning(msg, *args, **kwargs):
    pass


def error(msg, *args, **kwargs):
    pass


def exception(msg, *args, exc_info=True, **kwargs):
    pass


def critical(msg, *args, **kwargs):
    pass


def log(level, msg, *args, **kwargs):
    root.log(level, msg, *args, **kwargs)
