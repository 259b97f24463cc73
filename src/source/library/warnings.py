# warnings: what is not recorded goes to stderr.


class WarningMessage:
    def __init__(self, message, category, filename="", lineno=0, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source


filters = []
recorders = []
once = set()


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
        text = str(message)
    else:
        category = UserWarning if category is None else category
        text = message
        if not (isinstance(category, type) and issubclass(category, Warning)):
            kind = category.__name__ if isinstance(category, type) else type(category).__name__
            raise TypeError(f"category must be a Warning subclass, not '{kind}'")
        message = category(message)
    action = action_for(text, category)
    if action == "error":
        raise message
    if action == "ignore":
        return
    filename, lineno = place_of_warning(stacklevel)
    if action != "always":
        key = (text, category, filename, lineno if action == "default" else 0)
        if key in once:
            return
        once.add(key)
    if recorders:
        recorders[-1].append(WarningMessage(message, category, filename, lineno, source=source))
    elif action != "default" or not issubclass(category, (PendingDeprecationWarning, ImportWarning, ResourceWarning)):
        print(f"{category.__name__}: {message}", file=sys.stderr)


# The file and the line of the frame that is warned of: what repeats itself there is told once.
def place_of_warning(stacklevel):
    frames = running_frames()
    if max(stacklevel, 1) > len(frames):
        return ("<sys>", 0) if __python__ >= 13 else ("sys", 1)
    frame = frames[max(stacklevel, 1) - 1]
    return frame.f_code.co_filename, frame.f_lineno


# Whether the program has seen it: it was recorded, or is ignored. An error has nobody to go to.
def warn_of_unawaited(text, coroutine):
    action = action_for(text, RuntimeWarning)
    if action == "error" or not recorders:
        return action == "ignore"
    warn(text, RuntimeWarning, source=coroutine)
    return True


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    warn(message, category, source=source)


def action_for(text, category):
    for action, pattern, kind in filters:
        if issubclass(category, kind) and text.lower().startswith(pattern.lower()):
            return action
    return "default"


def simplefilter(action, category=Warning, lineno=0, append=False):
    add(action, "", category, append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if any([letter in message for letter in "[](){}*+?^$|\\"]):
        raise NotImplementedError("kitchen-sim filters warnings by how they begin: no patterns")
    add(action, message.rstrip("."), category, append)


def add(action, pattern, category, append):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise ValueError(f"invalid action: {action!r}")
    item = (action, pattern, category)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)
    once.clear()


def resetwarnings():
    filters.clear()
    once.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self.record = record
        self.filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        self.filters = list(filters)
        self.recorders = list(recorders)
        once.clear()
        if self.filter is not None:
            simplefilter(*self.filter)
        if not self.record:
            return None
        log = []
        recorders.append(log)
        return log

    def __exit__(self, *args):
        filters[:] = self.filters
        recorders[:] = self.recorders
        once.clear()
