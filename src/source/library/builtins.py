# Built-in functions that call methods of their argument.


def aiter(*arguments, **keywords):
    if keywords:
        raise TypeError("aiter() takes no keyword arguments")
    if len(arguments) != 1:
        raise TypeError(f"aiter() takes exactly one argument ({len(arguments)} given)")
    iterable = arguments[0]
    if not hasattr(type(iterable), "__aiter__"):
        raise TypeError(f"'{type(iterable).__name__}' object is not an async iterable")
    iterator = iterable.__aiter__()
    if not hasattr(type(iterator), "__anext__"):
        raise TypeError(f"aiter() returned not an async iterator of type '{type(iterator).__name__}'")
    return iterator


def anext(*arguments, **keywords):
    if keywords:
        raise TypeError("anext() takes no keyword arguments")
    if not 1 <= len(arguments) <= 2:
        bound, plural = ("at least 1", "") if not arguments else ("at most 2", "s")
        raise TypeError(f"anext expected {bound} argument{plural}, got {len(arguments)}")
    iterator = arguments[0]
    if not hasattr(type(iterator), "__anext__"):
        raise TypeError(f"'{type(iterator).__name__}' object is not an async iterator")
    made = iterator.__anext__()
    return made if len(arguments) == 1 else anext_awaitable(made, arguments[1], iterator)


# What `await` goes through (`genobject.c`, `_PyCoro_GetAwaitableIter`).
def awaitable_iterator(awaitable):
    if kind_of_function(awaitable) == "awaitable":
        return awaitable
    if not hasattr(type(awaitable), "__await__"):
        raise TypeError(f"object {type(awaitable).__name__} can't be used in 'await' expression")
    iterator = awaitable.__await__()
    if kind_of_function(iterator) == "awaitable" or type(iterator).__name__ == "coroutine":
        raise TypeError("__await__() returned a coroutine")
    if not hasattr(type(iterator), "__next__"):
        raise TypeError(f"__await__() returned non-iterator of type '{type(iterator).__name__}'")
    return iterator


# What it was made of is asked anew each time (`iterobject.c`, `anextawaitable_getiter`).
class anext_awaitable:
    def __init__(self, made, default, iterator):
        self.made = made
        self.default = default
        # What `asend` gives holds its generator, also when it is over.
        self.held = iterator if type(iterator).__name__ == "async_generator" else None

    def __await__(self):
        return self

    # What `await` itself goes through: coroutines and generators' steps go on by themselves.
    def __steps_of_anext__(self):
        made = self.made
        is_own = kind_of_function(made) == "awaitable" or type(made).__name__ in ("coroutine", "async_generator_asend")
        return self.steps() if is_own else self

    def steps(self):
        try:
            return (yield from awaitable_iterator(self.made))
        except StopAsyncIteration:
            return self.default

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return step_awaitable(awaitable_iterator(self.made))
        except StopAsyncIteration:
            pass
        raise StopIteration(self.default)

    def send(self, value):
        return self.go_on("send", (value,))

    def throw(self, *given):
        return self.go_on("throw", given)

    def close(self):
        return self.go_on("close", ())

    def go_on(self, name, given):
        try:
            return getattr(awaitable_iterator(self.made), name)(*given)
        except StopAsyncIteration:
            pass
        raise StopIteration(self.default)


def step_awaitable(iterator):
    return iterator.send(None) if hasattr(iterator, "send") else iterator.__next__()


class ellipsis:
    def __repr__(self):
        return "Ellipsis"


Ellipsis = ellipsis()


# What `globals()` gives: the variables of the module as they are when they are asked for.
class global_names:
    def __getitem__(self, name):
        return "__main__" if name == "__name__" else global_variables()[name]

    def __contains__(self, name):
        return name == "__name__" or name in global_variables()

    def __iter__(self):
        return iter(global_variables())

    def __len__(self):
        return len(global_variables())

    def __setitem__(self, name, value):
        if not set_global(name, value):
            raise NotImplementedError(
                f"kitchen-sim sets by globals() what the program names elsewhere, and not {name!r}"
            )

    def __delitem__(self, name):
        if name not in global_variables():
            raise KeyError(name)
        delete_global(name)

    def update(self, *others, **values):
        for name, value in dict(*others, **values).items():
            self[name] = value

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name, *default):
        found = global_variables().pop(name, *default)
        if name in self:
            del self[name]
        return found

    def copy(self):
        return dict(global_variables())

    def get(self, name, default=None):
        return global_variables().get(name, default)

    def keys(self):
        return global_variables().keys()

    def values(self):
        return global_variables().values()

    def items(self):
        return global_variables().items()


def globals():
    return global_names()


# What `dir()` gives where the module itself asks.
def global_dir():
    return sorted(global_variables())


def exit(code=None):
    raise SystemExit(code)


quit = exit
