# atexit: what is called when the interpreter leaves, the last first.

registered = []


def register(func, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    registered.append((func, args, kwargs))
    return func


def unregister(func):
    registered[:] = [each for each in registered if each[0] != func]


def _clear():
    registered.clear()


def _ncallbacks():
    return len(registered)


# What is to be called next, and of which function; or None.
def take_last():
    if not registered:
        return None
    func, args, kwargs = registered.pop()
    return lambda: func(*args, **kwargs), func
