# inspect, as far as it asks what something is.


def iscoroutinefunction(obj):
    return kind_of_function(obj) == "coroutine"


def markcoroutinefunction(func):
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_mark = True
    return func


def isgeneratorfunction(obj):
    return kind_of_function(obj) == "generator"


def isasyncgenfunction(obj):
    return kind_of_function(obj) == "async generator"


def isfunction(obj):
    return type(obj).__name__ == "function"


def ismethod(obj):
    return type(obj).__name__ == "method"


def isroutine(obj):
    return type(obj).__name__ in ("function", "method", "builtin_function_or_method")


def isclass(obj):
    return isinstance(obj, type)


def iscoroutine(obj):
    return type(obj).__name__ == "coroutine"


def isgenerator(obj):
    return type(obj).__name__ == "generator"


def isasyncgen(obj):
    return type(obj).__name__ == "async_generator"


def isawaitable(obj):
    if kind_of_function(obj) == "awaitable":
        return True
    return iscoroutine(obj) or isfuture(obj) or hasattr(type(obj), "__await__")


def isbuiltin(object):
    return type(object).__name__ == "builtin_function_or_method"


# How coroutines and generators stand.
def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", ()))


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


# A text without the indentation of where it stands.
def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


# A class and a method without a text have that of what they are below.
def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        doc = first_doc([cls.__doc__ for cls in getmro(object) if cls.__name__ != "object"])
    elif doc is None and ismethod(object):
        kind = object.__self__ if isclass(object.__self__) else type(object.__self__)
        doc = first_doc([getattr(getattr(cls, object.__name__, None), "__doc__", None) for cls in getmro(kind)])
    return cleandoc(doc) if isinstance(doc, str) else None


def first_doc(docs):
    return next((doc for doc in docs if doc is not None), None)


CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512
CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"
GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"
AGEN_CREATED = "AGEN_CREATED"
AGEN_RUNNING = "AGEN_RUNNING"
AGEN_SUSPENDED = "AGEN_SUSPENDED"
AGEN_CLOSED = "AGEN_CLOSED"


def getcoroutinestate(coroutine):
    coroutine.cr_running
    return "CORO_" + state_of(coroutine)


def getgeneratorstate(generator):
    generator.gi_running
    return "GEN_" + state_of(generator)


def getasyncgenstate(agen):
    agen.ag_running
    return "AGEN_" + state_of(agen)


# The variables of what waits.
def getcoroutinelocals(coroutine):
    waiting = getattr(coroutine, "cr_frame", None)
    return {} if waiting is None else waiting.f_locals


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    waiting = generator.gi_frame
    return {} if waiting is None else waiting.f_locals


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    waiting = agen.ag_frame
    return {} if waiting is None else waiting.f_locals


def currentframe():
    return running_frame(0)


# What tells of the place of a frame: a tuple to CPython, with `positions` besides.
class Traceback:
    _fields = ("filename", "lineno", "function", "code_context", "index")

    def __init__(self, *values, positions=None):
        for field, value in zip(self._fields, values):
            setattr(self, field, value)
        self.positions = positions

    def __iter__(self):
        return iter([getattr(self, field) for field in self._fields])

    def __getitem__(self, index):
        return list(self)[index]

    def __len__(self):
        return len(self._fields)

    def __eq__(self, other):
        return list(self) == list(other)

    def __repr__(self):
        fields = ", ".join([f"{field}={value!r}" for field, value in zip(self._fields, self)])
        return f"{type(self).__name__}({fields}, positions={self.positions!r})"


class FrameInfo(Traceback):
    _fields = ("frame", "filename", "lineno", "function", "code_context", "index")


def getframeinfo(frame, context=1):
    if hasattr(frame, "tb_frame"):
        frame = frame.tb_frame
    if context > 1:
        refuse_to_go_on("more than one line around that of a frame")
    lines = [f"{frame._text}\n"] if context > 0 and frame._text else None
    name = frame.f_code.co_name
    return Traceback(frame.f_code.co_filename, frame.f_lineno, name, lines, None if lines is None else 0)


def getouterframes(frame, context=1):
    infos = []
    while frame is not None:
        infos.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return infos


def stack(context=1):
    return getouterframes(running_frame(0), context)


def ismodule(object):
    return type(object).__name__ == "module"


def istraceback(object):
    return type(object).__name__ == "traceback"


def isdatadescriptor(object):
    kind = type(object)
    return not isclass(object) and (hasattr(kind, "__set__") or hasattr(kind, "__delete__"))


# The annotations of the thing itself, without those of what it is below; texts as they are.
def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if eval_str:
        refuse_to_go_on("annotations that are evaluated")
    if isclass(obj):
        found = vars(obj).get("__annotations__")
    elif callable(obj) or ismodule(obj):
        found = getattr(obj, "__annotations__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    return dict(found or {})


_MISSING = []


# What an object or its class holds under a name, without asking descriptors or `__getattr__`.
def getattr_static(obj, attr, default=_MISSING):
    if not isclass(obj):
        try:
            held = vars(obj)
        except TypeError:
            held = {}
        for cls in type(obj).__mro__:
            own = getattr(cls, "__dict__", {})
            if attr in own and hasattr(type(own[attr]), "__get__") and hasattr(type(own[attr]), "__set__"):
                return own[attr]
        if attr in held:
            return held[attr]
    for cls in (obj if isclass(obj) else type(obj)).__mro__:
        own = getattr(cls, "__dict__", {})
        if attr in own:
            return own[attr]
    if default is not _MISSING:
        return default
    raise AttributeError(attr)


def isframe(object):
    return isinstance(object, frame)


def iscode(object):
    return isinstance(object, code)
