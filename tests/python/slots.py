# `__slots__`, structural checks of contexts, stacks of exits looked into, and how messages name classes that CPython has in C.
import asyncio
import collections
import contextlib
import functools
import types


def attempt(what, call):
    try:
        print(what, repr(call()))
    except BaseException as error:
        print(what, repr(error), type(error.__cause__).__name__, type(error.__context__).__name__)


class Point:
    __slots__ = ("x", "y")
    kind = "point"

    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y

    def method(self):
        pass


class Below(Point):
    __slots__ = "z"


class Open(Point):
    pass


class WithDict(Point):
    __slots__ = ("__dict__",)


class Lazy:
    def __init__(self, **names):
        self.__dict__.update(names)


def slots():
    attempt("x", lambda: Point(1).x)
    attempt("y", lambda: Point(1).y)
    attempt("z", lambda: setattr(Point(1), "z", 3))
    attempt("kind", lambda: setattr(Point(1), "kind", 3))
    attempt("method", lambda: setattr(Point(1), "method", 3))
    attempt("past", lambda: object.__setattr__(Point(1), "w", 3))
    attempt("dict", lambda: Point(1).__dict__)
    attempt("vars", lambda: vars(Point(1)))
    attempt("has", lambda: (hasattr(Point(1), "y"), hasattr(Point(1, 2), "y"), hasattr(Point(1), "__dict__")))
    attempt("below", lambda: setattr(Below(1), "z", 3))
    attempt("below", lambda: setattr(Below(1), "w", 3))
    attempt("open", lambda: setattr(Open(1), "w", 3))
    attempt("with dict", lambda: setattr(WithDict(1), "w", 3))


def dicts():
    lazy = Lazy(a=1, b=2)
    attempt("lazy", lambda: (lazy.a, lazy.b, lazy.__dict__, vars(lazy) is lazy.__dict__))
    fields = lazy.__dict__
    lazy.c = 3
    fields["d"] = 4
    del lazy.a
    attempt("shared", lambda: (fields, lazy.d, hasattr(lazy, "a")))
    lazy.__dict__ = {"other": 5}
    attempt("new", lambda: (fields, vars(lazy), lazy.other))
    attempt("number", lambda: setattr(lazy, "__dict__", 3))
    error = ValueError("x")
    error.mark = 3
    attempt("error", lambda: (error.__dict__, vars(error)))
    error.__dict__.update(code=7)
    attempt("error", lambda: error.code)


class Both:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return False

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        return False


class NoEnter(Both):
    __enter__ = None
    __aenter__ = None


class NoExit(Both):
    __exit__ = None
    __aexit__ = None


class Neither:
    pass


class Default(contextlib.AbstractContextManager):
    __slots__ = ()

    def __exit__(self, *exception):
        return super().__exit__(*exception)


def contexts():
    for kind in (Both, NoEnter, NoExit, Neither, Default):
        print(kind.__name__, issubclass(kind, contextlib.AbstractContextManager), issubclass(kind, contextlib.AbstractAsyncContextManager))
        print(isinstance(kind(), contextlib.AbstractContextManager), isinstance(kind(), contextlib.AbstractAsyncContextManager))
    attempt("default", lambda: setattr(Default(), "x", 1) if hasattr(Default(), "__dict__") else "closed")


async def stacks():
    def plain(*exception):
        print("plain", exception)

    async def waiting(*exception):
        print("waiting", exception)

    async with contextlib.AsyncExitStack() as stack:
        both, neither = Both(), Neither()
        neither.__aenter__ = neither.__aexit__ = neither.__exit__ = plain
        print(await stack.enter_async_context(both) is both, stack._exit_callbacks[-1][1].__self__ is both)
        stack.push(plain)
        print(stack._exit_callbacks[-1][0], stack._exit_callbacks[-1][1] is plain)
        stack.push_async_exit(waiting)
        print(stack._exit_callbacks[-1][0], stack._exit_callbacks[-1][1] is waiting)
        stack.callback(plain, 1, 2)
        print(stack._exit_callbacks[-1][1].__wrapped__ is plain)
        stack.push_async_callback(waiting, 3)
        print(stack._exit_callbacks[-1][1].__wrapped__ is waiting, len(stack._exit_callbacks))
        for context in (neither, NoEnter, 3):
            try:
                await stack.enter_async_context(context)
            except TypeError as error:
                print(repr(error), type(error.__cause__), type(error.__context__))
            try:
                stack.enter_context(context)
            except TypeError as error:
                print(repr(error), type(error.__cause__), type(error.__context__))
        moved = stack.pop_all()
        print(len(stack._exit_callbacks), len(moved._exit_callbacks))
        await moved.aclose()

    @contextlib.contextmanager
    def manager():
        try:
            yield
        except RuntimeError:
            raise SyntaxError from None

    context = manager()
    context.__enter__()
    attempt("not made yet", lambda: context.__exit__(RuntimeError, None, None))


def names():
    attempt("deque", lambda: collections.deque() < 3)
    attempt("deque", lambda: collections.deque().nothing)
    attempt("partial", lambda: functools.partial(print) + 1)
    attempt("namespace", lambda: types.SimpleNamespace().nothing)
    attempt("deletion", lambda: [thing.__delitem__(0) for thing in ((),)])
    for thing in ((), "", Point(1), 3):
        for key in (0, "key"):
            try:
                del thing[key]
            except TypeError as error:
                print(error)


slots()
dicts()
contexts()
asyncio.run(stacks())
names()
