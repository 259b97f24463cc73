# Built-in functions that call methods of their argument.


def aiter(iterable):
    if not hasattr(iterable, "__aiter__"):
        raise TypeError(f"'{type(iterable).__name__}' object is not an async iterable")
    return iterable.__aiter__()


def anext(iterator, *default):
    if not hasattr(iterator, "__anext__"):
        raise TypeError(f"'{type(iterator).__name__}' object is not an async iterator")
    if not default:
        return iterator.__anext__()
    return anext_or(iterator, default[0])


async def anext_or(iterator, default):
    try:
        return await iterator.__anext__()
    except StopAsyncIteration:
        return default


class ellipsis:
    def __repr__(self):
        return "Ellipsis"


Ellipsis = ellipsis()


# What `globals()` gives: the variables of the module as they are when they are asked for.
class global_names:
    def __getitem__(self, name):
        return global_variables()[name]

    def __contains__(self, name):
        return name in global_variables()

    def __iter__(self):
        return iter(global_variables())

    def __len__(self):
        return len(global_variables())

    def __setitem__(self, name, value):
        raise NotImplementedError("kitchen-sim sets no variables by globals(): write an assignment")

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
