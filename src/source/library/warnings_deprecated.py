# warnings, for programs that mark what is deprecated. The library's own frames do not count.


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        if self.category is None:
            arg.__deprecated__ = self.message
            return arg
        if isinstance(arg, type):
            return self.of_class(arg)
        if not callable(arg):
            words = "@deprecated decorator with non-None category must be applied to "
            raise TypeError(f"{words}a class or callable, not {arg!r}")
        message, category, stacklevel = self.message, self.category, self.stacklevel

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel)
            return arg(*args, **kwargs)

        if inspect.iscoroutinefunction(arg):
            wrapper = inspect.markcoroutinefunction(wrapper)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper

    def of_class(self, arg):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        original_new = arg.__new__
        is_own = has_own(arg, "__new__")

        @functools.wraps(original_new)
        def __new__(cls, *args, **kwargs):
            if cls is arg:
                warn(message, category=category, stacklevel=stacklevel)
            if is_own:
                return original_new(cls, *args, **kwargs)
            if not has_own(cls, "__init__") and (args or kwargs):
                raise TypeError(f"{cls.__name__}() takes no arguments")
            return original_new(cls)

        arg.__new__ = staticmethod(__new__)
        original = arg.__init_subclass__
        own = getattr(original, "__func__", None)

        def __init_subclass__(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel)
            return original(*args, **kwargs) if own is None else own(*args, **kwargs)

        arg.__init_subclass__ = __init_subclass__ if own is None else classmethod(__init_subclass__)
        arg.__deprecated__ = __new__.__deprecated__ = __init_subclass__.__deprecated__ = message
        return arg


def has_own(kind, name):
    return any([name in vars(each) for each in kind.__mro__ if each is not object])
