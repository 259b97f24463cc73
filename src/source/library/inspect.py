# inspect, as far as it asks what something is.


def iscoroutinefunction(obj):
    return kind_of_function(obj) == "coroutine"


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
    return iscoroutine(obj) or isfuture(obj) or hasattr(type(obj), "__await__")


def isbuiltin(object):
    return type(object).__name__ == "builtin_function_or_method"
