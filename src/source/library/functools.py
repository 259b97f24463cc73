# functools.


class partial:
    __type_name__ = "functools.partial"

    def __init__(self, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, args = args[0], args[1:]
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
        def write():
            given = [repr(self.func), *[repr(arg) for arg in self.args]]
            given.extend([f"{name}={value!r}" for name, value in self.keywords.items()])
            return f"functools.partial({', '.join(given)})"

        return write_once(self, write)


def reduce(function, *given):
    if not 1 <= len(given) <= 2:
        bound = "most 3" if given else "least 2"
        raise TypeError(f"reduce expected at {bound} arguments, got {len(given) + 1}")
    iterable, initial = given[0], given[1:]
    try:
        items = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
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
        # Annotations are asked of what is wrapped.
        if name != "__annotations__" and hasattr(wrapped, name):
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
    _fields = ("hits", "misses", "maxsize", "currsize")

    def __init__(self, hits, misses, maxsize, currsize):
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __repr__(self):
        return (
            f"CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, currsize={self.currsize})"
        )

    def _items(self):
        return (self.hits, self.misses, self.maxsize, self.currsize)

    def __iter__(self):
        return iter(self._items())

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return self._items()[index]

    def __eq__(self, other):
        if isinstance(other, CacheInfo):
            other = other._items()
        return self._items() == other if isinstance(other, tuple) else NotImplemented


_CacheInfo = CacheInfo


# What stands for the arguments of a call: one int or text stands for itself, so that it differs from a float that equals it.
def key_of_call(args, keywords, typed):
    if not typed and not keywords and len(args) == 1 and type(args[0]) in (int, str):
        return args[0]
    key = (args, *keywords.items()) if keywords else (args,)
    if typed:
        key += tuple([type(value) for value in (*args, *keywords.values())])
    return key


_make_key = key_of_call


def cached(function, maxsize, typed):
    results = {}
    counts = [0, 0]

    def wrapper(*args, **keywords):
        if maxsize == 0:
            counts[1] += 1
            return function(*args, **keywords)
        key = key_of_call(args, keywords, typed)
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
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: cached(function, maxsize, typed)


def cache(user_function):
    return cached(user_function, None, False)


def cmp_to_key(mycmp):
    class Key:
        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            return mycmp(self.value, other.value) < 0

        def __gt__(self, other):
            return mycmp(self.value, other.value) > 0

        def __eq__(self, other):
            return mycmp(self.value, other.value) == 0

    return Key


# What each ordering makes of the one that a class has: of its result and of whether both are equal.
DERIVED = {
    "__lt__": {
        "__gt__": lambda result, left, right: not result and left != right,
        "__le__": lambda result, left, right: result or left == right,
        "__ge__": lambda result, left, right: not result,
    },
    "__le__": {
        "__ge__": lambda result, left, right: not result or left == right,
        "__lt__": lambda result, left, right: result and left != right,
        "__gt__": lambda result, left, right: not result,
    },
    "__gt__": {
        "__lt__": lambda result, left, right: not result and left != right,
        "__ge__": lambda result, left, right: result or left == right,
        "__le__": lambda result, left, right: not result,
    },
    "__ge__": {
        "__le__": lambda result, left, right: not result or left == right,
        "__gt__": lambda result, left, right: result and left != right,
        "__lt__": lambda result, left, right: not result,
    },
}


def derived_ordering(root, name, answer):
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else answer(result, self, other)

    method.__name__ = name
    return method


def total_ordering(cls):
    for root, derived in DERIVED.items():
        if hasattr(cls, root):
            break
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, answer in derived.items():
        if not hasattr(cls, name):
            setattr(cls, name, derived_ordering(root, name, answer))
    return cls


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = func.__name__
        self.__doc__ = func.__doc__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if not hasattr(instance, "__dict__"):
            kind = type(instance).__name__
            raise TypeError(f"No '__dict__' attribute on {kind!r} instance to cache {self.attrname!r} property.")
        fields = instance.__dict__
        if self.attrname not in fields:
            fields[self.attrname] = self.func(instance)
        return fields[self.attrname]


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
            hints = getattr(cls, "__annotations__", {})
            if not hints:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain `@register` "
                    "on an annotated function."
                )
            name, annotation = next(iter(hints.items()))
            kinds = hint_of(annotation)
            for kind in kinds if isinstance(kinds, tuple) else (kinds,):
                if not isinstance(kind, type):
                    raise TypeError(f"Invalid annotation for {name!r}. {annotation!r} is not a class.")
                registry[kind] = cls
            return cls
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
