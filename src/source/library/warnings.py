# warnings: what goes to stderr there has no places, which differ from machine to machine.


class WarningMessage:
    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        place = f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}"
        return f"{{message : {self.message!r}, category : {self._category_name!r}, {place}}}"


filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
_defaultaction = "default"
_onceregistry = {}
onceregistry = _onceregistry

# What each file has warned of since the filters changed: `__warningregistry__`.
registries = {}
# The lines of the places that were warned of.
lines_seen = {}


def warn(message, category=None, stacklevel=1, source=None, **more):
    skipped = skipped_files(more)
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    filename, lineno = place_of_warning(max(2, stacklevel) if skipped else stacklevel, skipped)
    registry = registries.setdefault(filename, {})
    tell(message, category, filename, lineno, module_of(filename), registry, source)


# Since 3.12 there is one argument more, by its name.
def skipped_files(more):
    known = ("skip_file_prefixes",) if __python__ >= 12 else ()
    for name in more:
        if name not in known:
            if __python__ >= 13:
                raise TypeError(f"warn() got an unexpected keyword argument '{name}'")
            raise TypeError(f"'{name}' is an invalid keyword argument for warn()")
    skipped = more.get("skip_file_prefixes", ())
    if not isinstance(skipped, tuple):
        raise TypeError(f"warn() argument 'skip_file_prefixes' must be tuple, not {type(skipped).__name__}")
    for each in skipped:
        if not isinstance(each, str):
            raise TypeError(f"Found non-str '{type(each).__name__}' in skip_file_prefixes.")
    return skipped


# The file and the line of the frame that is warned of (`_warnings.c`, `setup_context`).
def place_of_warning(stacklevel, skipped=()):
    frames = running_frames()
    at = 0
    for _ in range(1, stacklevel):
        at += 1
        while at < len(frames) and any([frames[at].f_code.co_filename.startswith(prefix) for prefix in skipped]):
            at += 1
    if at >= len(frames):
        return ("<sys>", 0) if __python__ >= 13 else ("sys", 1)
    place = (frames[at].f_code.co_filename, frames[at].f_lineno)
    lines_seen[place] = frames[at]._text
    return place


# The name of the module in a file: CPython's own lie in a folder that is hidden.
def module_of(filename):
    parts = filename.removesuffix(".py").split("/")
    for package in ("asyncio", "unittest", "concurrent"):
        if package in parts and is_hidden(filename):
            return ".".join(parts[parts.index(package) :])
    return parts[-1] if is_hidden(filename) else "__main__"


def is_hidden(filename):
    return filename.startswith(f"/{hidden_place()}/")


# `_warnings.c`, `warn_explicit`
def tell(message, category, filename, lineno, module, registry, source=None):
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry is not None and key in registry:
        return
    action = action_for(text, category, module, lineno)
    if action == "error":
        raise message
    if action == "ignore":
        return
    if action != "always" and registry is not None:
        registry[key] = True
        if action != "default":
            if (text, category, 0) in registry:
                return
            registry[(text, category, 0)] = True
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def action_for(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if (
            (message is None or matches(message, text))
            and issubclass(category, kind)
            and (where is None or matches(where, module))
            and line in (0, lineno)
        ):
            return action
    return _defaultaction


def matches(pattern, text):
    return pattern == text if isinstance(pattern, str) else pattern.match(text) is not None


# Whether the program has seen it: it was shown, or is ignored. What the engine calls for a coroutine that nobody awaited.
def warn_of_unawaited(text, coroutine):
    filename, lineno = place_of_warning(1)
    action = action_for(text, RuntimeWarning, module_of(filename), lineno)
    is_told = showwarning is _showwarning_orig and _showwarnmsg_impl is show_on_stderr
    if is_told and action not in ("error", "ignore") and sys.stderr is sys.__stderr__:
        return False
    warn(text, RuntimeWarning, source=coroutine)
    return True


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename.removesuffix(".py") or "<unknown>"
    tell(message, category, filename, int(lineno), module, registry, source)


# The handed out functions may be replaced: that is asked for each time.
def _showwarnmsg(msg):
    if showwarning is not _showwarning_orig:
        if not callable(showwarning):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    else:
        _showwarnmsg_impl(msg)


def show_on_stderr(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return
    if file is sys.__stderr__ and formatwarning is _formatwarning_orig:
        file.write(f"{msg.category.__name__}: {msg.message}\n")
    else:
        file.write(_formatwarnmsg(msg))


_showwarnmsg_impl = show_on_stderr


def _formatwarnmsg(msg):
    if formatwarning is not _formatwarning_orig:
        return formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    return _formatwarnmsg_impl(msg)


def _formatwarnmsg_impl(msg):
    category = msg.category.__name__
    text = f"{msg.filename}:{msg.lineno}: {category}: {msg.message}\n"
    line = lines_seen.get((msg.filename, msg.lineno)) if msg.line is None else msg.line
    if line:
        text += f"  {line.strip()}\n"
    if msg.source is not None:
        text += f"{category}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


# `logging.captureWarnings`
def show_by(function):
    global showwarning
    showwarning = function


def simplefilter(action, category=Warning, lineno=0, append=False):
    check_action(action)
    check_line(lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def refuse(kind, text):
    raise kind(text) if __python__ >= 13 else AssertionError(text)


def check_action(action):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        refuse(ValueError, f"invalid action: {action!r}")


def check_line(lineno):
    if not isinstance(lineno, int):
        refuse(TypeError, "lineno must be an int" if __python__ >= 13 else "lineno must be an int >= 0")
    if lineno < 0:
        refuse(ValueError, "lineno must be an int >= 0")


def _add_filter(*item, append):
    if not append:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    elif item not in filters:
        filters.append(item)
    _filters_mutated()


def _filters_mutated():
    registries.clear()


def resetwarnings():
    filters.clear()
    _filters_mutated()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        return f"{type(self).__name__}({'record=True' if self._record else ''})"

    def __enter__(self):
        global showwarning, _showwarnmsg_impl
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._filters = list(filters)
        self._shown = (showwarning, _showwarnmsg_impl)
        _filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        _showwarnmsg_impl = log.append
        showwarning = _showwarning_orig
        return log

    def __exit__(self, *exc_info):
        global showwarning, _showwarnmsg_impl
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:] = self._filters
        _filters_mutated()
        showwarning, _showwarnmsg_impl = self._shown
