# functools.


class partial:
    __type_name__ = "functools.partial"

    def __init__(self, func, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if type(func) is partial:
            args = (*func.args, *args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        given = [repr(self.func), *[repr(arg) for arg in self.args]]
        given.extend([f"{name}={value!r}" for name, value in self.keywords.items()])
        return f"functools.partial({', '.join(given)})"


def reduce(function, iterable, *initial):
    items = iter(iterable)
    for result in initial or items:
        break
    else:
        raise TypeError("reduce() of empty iterable with no initial value")
    for item in items:
        result = function(result, item)
    return result


WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
if is_since(12):
    WRAPPER_ASSIGNMENTS = (*WRAPPER_ASSIGNMENTS, "__type_params__")


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        if hasattr(wrapped, name):
            setattr(wrapper, name, getattr(wrapped, name))
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


class CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __repr__(self):
        return (
            f"CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, currsize={self.currsize})"
        )

    def __iter__(self):
        return iter((self.hits, self.misses, self.maxsize, self.currsize))


def cached(function, maxsize):
    results = {}
    counts = [0, 0]

    def wrapper(*args, **keywords):
        key = (args, tuple(keywords.items())) if keywords else args
        if maxsize == 0:
            counts[1] += 1
            return function(*args, **keywords)
        if key in results:
            counts[0] += 1
            result = results.pop(key)
            results[key] = result
            return result
        counts[1] += 1
        result = function(*args, **keywords)
        if maxsize is not None and len(results) >= maxsize and key not in results:
            for oldest in results:
                break
            del results[oldest]
        results[key] = result
        return result

    def cache_info():
        return CacheInfo(counts[0], counts[1], maxsize, len(results))

    def cache_clear():
        results.clear()
        counts[0] = counts[1] = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return cached(maxsize, 128)
    return lambda function: cached(function, maxsize)


def cache(function):
    return cached(function, None)


def cmp_to_key(compare):
    class Key:
        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            return compare(self.value, other.value) < 0

        def __gt__(self, other):
            return compare(self.value, other.value) > 0

        def __eq__(self, other):
            return compare(self.value, other.value) == 0

    return Key


def total_ordering(cls):
    if hasattr(cls, "__lt__"):
        def less(self, other):
            return self.__lt__(other)
    elif hasattr(cls, "__gt__"):
        def less(self, other):
            return other.__gt__(self)
    elif hasattr(cls, "__le__"):
        def less(self, other):
            return self.__le__(other) and not self == other
    elif hasattr(cls, "__ge__"):
        def less(self, other):
            return other.__ge__(self) and not self == other
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    if not hasattr(cls, "__lt__"):
        cls.__lt__ = less
    if not hasattr(cls, "__gt__"):
        def __gt__(self, other):
            return less(other, self)

        cls.__gt__ = __gt__
    if not hasattr(cls, "__le__"):
        def __le__(self, other):
            return less(self, other) or self == other

        cls.__le__ = __le__
    if not hasattr(cls, "__ge__"):
        def __ge__(self, other):
            return less(other, self) or self == other

        cls.__ge__ = __ge__
    return cls


# What it was stands in an attribute beside: there are no descriptors of the script's own.
def cached_property(func):
    name = "_cached_" + func.__name__

    def get(self):
        if not hasattr(self, name):
            setattr(self, name, func(self))
        return getattr(self, name)

    return property(get)


# A function for each class of the first argument: the one of the nearest class above is called.
def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for above in cls.__mro__ if hasattr(cls, "__mro__") else [cls]:
            if above in registry and above is not object:
                return registry[above]
        for known in registry:
            if known is not object and issubclass(cls, known):
                return registry[known]
        return func

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda function: register(cls, function)
            hints = annotations_of(cls)
            if not hints:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}.")
            return register(hints[0], cls)
        registry[cls] = function
        return function

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


def annotations_of(function):
    raise NotImplementedError("kitchen-sim keeps no annotations of functions: write register(SomeClass)")


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            args, keywords, func = func.args + args, {**func.keywords, **keywords}, func.func
        elif not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        if obj is None:
            return partial(self.func, *self.args, **self.keywords)
        if hasattr(type(self.func), "__get__"):
            return partial(self.func.__get__(obj, cls), *self.args, **self.keywords)
        return partial(self.func, obj, *self.args, **self.keywords)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher, self.func = singledispatch(func), func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(type(args[0]))
            return chosen(*args, **kwargs) if obj is None else chosen(obj, *args, **kwargs)

        return method
