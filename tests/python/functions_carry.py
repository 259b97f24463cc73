# What functions carry: attributes of the script's, texts, and what `wraps` hands on.
import functools
import contextlib


def attempt(what, call):
    try:
        print(what, repr(call()))
    except BaseException as error:
        print(what, repr(error), type(error.__cause__).__name__, type(error.__context__).__name__)


def plain(a, b=2, *args, c, d=4, **keywords):
    """What it does."""
    return a


async def coroutine(x: int, y: "str" = "z") -> float:
    pass


def generator():
    yield 1


plain.mark = "marked"
attempt("mark", lambda: plain.mark)
attempt("dict", lambda: plain.__dict__)
attempt("vars", lambda: vars(plain))
attempt("doc", lambda: (plain.__doc__, generator.__doc__))
attempt("module", lambda: (plain.__module__, coroutine.__module__))
attempt("nothing", lambda: plain.nothing)
attempt("has", lambda: (hasattr(plain, "mark"), hasattr(plain, "other"), getattr(plain, "other", 3)))


def delete():
    del plain.mark


def delete_nothing():
    del plain.nothing


attempt("delete", delete)
attempt("delete", delete)
attempt("delete", delete_nothing)
attempt("dict", lambda: plain.__dict__)


def set_dict():
    plain.__dict__ = {"a": 1}
    return plain.a, plain.__dict__


attempt("set dict", set_dict)
attempt("update", lambda: plain.__dict__.update(x=3) or plain.x)
attempt("name", lambda: setattr(plain, "__name__", 3))
plain.__name__ = "other"
attempt("name", lambda: (plain.__name__, plain.__qualname__))
plain.__doc__ = "new"
attempt("doc", lambda: plain.__doc__)
attempt("lambda", lambda: (lambda: 1).__name__)


def decorator(function):
    @functools.wraps(function)
    def wrapper(*args, **keywords):
        """Wrapper."""
        return function(*args, **keywords)

    wrapper.calls = 0
    return wrapper


def decorated():
    """Decorated."""
    return 1


decorated.foo = "bar"
wrapped = decorator(decorated)
attempt("wraps", lambda: (wrapped.__name__, wrapped.__qualname__, wrapped.__doc__, wrapped.__module__, wrapped.foo, wrapped.calls, wrapped.__wrapped__ is decorated, sorted(wrapped.__dict__)))
attempt("wraps", lambda: functools.WRAPPER_ASSIGNMENTS[:4])
attempt("wraps", lambda: functools.WRAPPER_UPDATES)
attempt("assigned", lambda: functools.update_wrapper(lambda: 1, decorated, ("__name__",), ()).__dict__.keys())
attempt("assigned", lambda: functools.wraps(decorated, assigned=("__doc__", "nothing"))(lambda: 1).__name__)
attempt("of partial", lambda: functools.update_wrapper(functools.partial(decorated), decorated).__name__)
attempt("partial wraps", lambda: functools.wraps(functools.partial(decorated))(lambda: 1).__name__)


@contextlib.contextmanager
def manager():
    """Manager."""
    yield 1


def foo():
    yield


foo.foo = "bar"
attempt("manager", lambda: (manager.__name__, manager.__doc__, contextlib.contextmanager(foo).foo, contextlib.asynccontextmanager(foo).foo))
attempt("manager", lambda: (manager().__doc__, manager.__wrapped__.__name__))


class C:
    """Class."""

    def method(self):
        """Method."""

    method.mark = 3

    @functools.lru_cache
    def cached(self):
        """Cached."""
        return 1


attempt("method", lambda: (C.method.mark, C().method.mark, C().method.__doc__, C.__doc__, C().__doc__))
attempt("method", lambda: setattr(C().method, "x", 1))
attempt("method", lambda: (C().method.__name__, C().method.__qualname__, C().method.__func__ is C.method, C().method.__module__))
attempt("cached", lambda: (C.cached.__name__, C.cached.__doc__, C.cached.__wrapped__.__name__))
attempt("builtin", lambda: setattr(len, "x", 1))


def counter():
    counter.count += 1
    return counter.count


counter.count = 0
attempt("count", lambda: (counter(), counter(), counter.count))
