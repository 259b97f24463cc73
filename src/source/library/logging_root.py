# The root of logging, what the module itself logs by, and what a loop without a handler of its own logs.

root = Logger("root", WARNING)
limits = [NOTSET]
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


class LoggerAdapter(Levels):
    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger = logger
        self.extra = extra

        self.merge_extra = merge_extra

    @property
    def name(self):
        return self.logger.name

    def process(self, msg, kwargs):
        if self.merge_extra and "extra" in kwargs:
            return msg, {**kwargs, "extra": {**self.extra, **kwargs["extra"]}}
        return msg, {**kwargs, "extra": self.extra}

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def __repr__(self):
        level = getLevelName(self.getEffectiveLevel())
        return f"<{type(self).__name__} {self.logger.name} ({level})>"

    def log(self, level, msg, *args, **kwargs):
        if self.logger.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)


def basicConfig(*, level=None, stream=None, handlers=None, force=False, format=None, datefmt=None, style="%", **kwargs):
    if kwargs.get("filename") is not None:
        raise NotImplementedError("kitchen-sim writes no files")
    if root.handlers and not force:
        return
    root.handlers = []
    if style not in STYLES:
        raise ValueError(f"Style must be one of: {','.join(STYLES)}")
    default = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}"}.get(style, "${levelname}:${name}:${message}")
    formatter = Formatter(format or default, datefmt, style)
    for handler in [StreamHandler(stream)] if handlers is None else handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


# The functions of the module give the root a handler before they log.
def with_handlers():
    if not root.handlers:
        basicConfig()
    return root


def disable(level=CRITICAL):
    limits[0] = checked(level)


def shutdown():
    pass


def debug(msg, *args, **kwargs):
    with_handlers().debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    with_handlers().info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    with_handlers().warning(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    with_handlers().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    with_handlers().exception(msg, *args, exc_info=exc_info, **kwargs)


def critical(msg, *args, **kwargs):
    with_handlers().critical(msg, *args, **kwargs)


fatal = critical


def log(level, msg, *args, **kwargs):
    with_handlers().log(level, msg, *args, **kwargs)


# What asyncio logs to: a script may have put something else in its place.
def of_asyncio():
    try:
        return module_attribute("asyncio", "logger")
    except AttributeError:
        return getLogger("asyncio")


def told_of_context(key, value):
    if key in ("source_traceback", "handle_traceback"):
        what = "Object" if key == "source_traceback" else "Handle"
        return f"{what} created at (most recent call last):\n" + "".join(traceback.format_list(value)).rstrip()
    return repr(value)


# asyncio's own logger hears of what no handler of a loop was told (`base_events.py`, `default_exception_handler`).
def log_context(loop, context):
    error = context.get("exception")
    lines = [context.get("message") or "Unhandled exception in event loop"]
    for key in sorted(context):
        if key not in ("message", "exception"):
            lines.append(f"{key}: {told_of_context(key, context[key])}")
    exc_info = False if error is None else (type(error), error, error.__traceback__)
    of_asyncio().error("\n".join(lines), exc_info=exc_info)


# … and, while the loop debugs, of what held it up.
def log_slow(words, seconds):
    of_asyncio().warning("Executing %s took %.3f seconds", words, seconds)


def log_closing(loop):
    of_asyncio().debug("Close %r", loop)


# … and which kind of selector a new loop has, that of Linux unless it is given one.
def log_selector(selector):
    kind = "EpollSelector" if selector is None else type(selector).__name__
    of_asyncio().debug("Using selector: %s", kind)


# Another one hears of what callbacks of concurrent futures raise (`concurrent/futures/_base.py`, `_invoke_callbacks`).
def log_job(job, error):
    getLogger("concurrent.futures").error("exception calling callback for %r", job, exc_info=error)
