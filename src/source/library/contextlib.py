# contextlib.


# Whether the error that left a generator is the one thrown into it. An error that would end a generator comes back as the cause of
# a RuntimeError, for a generator cannot raise it.
def is_the_thrown(error, thrown, endings):
    if error is thrown:
        return True
    return isinstance(error, RuntimeError) and isinstance(thrown, endings) and error.__cause__ is thrown


class AbstractContextManager:
    __structure__ = "__enter__ __exit__"
    __abstract__ = "__exit__"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager:
    __structure__ = "__aenter__ __aexit__"
    __abstract__ = "__aexit__"

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


# What a context does around a function: each call is in a new one.
class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return renamed(inner, func)


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return renamed(inner, func)


def renamed(function, func):
    for name in ("__name__", "__qualname__", "__doc__"):
        if hasattr(func, name):
            setattr(function, name, getattr(func, name))
    for name, value in getattr(func, "__dict__", {}).items():
        setattr(function, name, value)
    function.__wrapped__ = func
    return function


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, func, args, kwds):
        self._generator = self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds

    def _recreate_cm(self):
        return _GeneratorContextManager(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self._generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, thrown, traceback):
        try:
            if kind is None:
                next(self._generator)
            else:
                self._generator.throw(thrown)
        except StopIteration as ending:
            return kind is not None and ending is not thrown
        except BaseException as error:
            if is_the_thrown(error, thrown, StopIteration):
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop" if kind is None else "generator didn't stop after throw()")
        finally:
            self._generator.close()


def next_of(generator):
    if not hasattr(generator, "__anext__"):
        raise TypeError(f"'{type(generator).__name__}' object is not an async iterator")
    return generator.__anext__()


class _AsyncGeneratorContextManager(AsyncContextDecorator):
    def __init__(self, func, args, kwds):
        self._generator = self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds

    def _recreate_cm(self):
        return _AsyncGeneratorContextManager(self.func, self.args, self.kwds)

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await next_of(self._generator)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, thrown, traceback):
        try:
            if kind is None:
                await self._generator.__anext__()
            else:
                await self._generator.athrow(thrown)
        except StopAsyncIteration as ending:
            return kind is not None and ending is not thrown
        except BaseException as error:
            if is_the_thrown(error, thrown, (StopIteration, StopAsyncIteration)):
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop" if kind is None else "generator didn't stop after athrow()")
        finally:
            await self._generator.aclose()


def maker(context, func):
    def make(*args, **kwds):
        return context(func, args, kwds)

    return renamed(make, func)


def contextmanager(func):
    return maker(_GeneratorContextManager, func)


def asynccontextmanager(func):
    return maker(_AsyncGeneratorContextManager, func)


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        if kind is None:
            return None
        if issubclass(kind, self._exceptions):
            return True
        if not is_since(12) or not issubclass(kind, BaseExceptionGroup):
            return False
        rest = error.split(self._exceptions)[1]
        if rest is not None:
            raise rest
        return True


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exception):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exception):
        pass


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exception):
        self.thing.close()


class aclosing:
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exception):
        await self.thing.aclose()


# What the code that calls is handling.
def handled_error():
    try:
        raise
    except BaseException as error:
        return None if error.args == ("No active exception to reraise",) else error


# What happens while the exits of a stack run, the last first: which error goes on, and whether an exit raised it.
class Unwinding:
    def __init__(self, error, handled):
        self.received = error
        self.handled = handled
        self.error = error
        self.is_new = False

    # What the next exit is called with.
    def arguments(self):
        if self.error is None:
            return None, None, None
        return type(self.error), self.error, self.error.__traceback__

    def suppress(self):
        self.error = None
        self.is_new = False

    # The error that went on so far becomes the context of the new one, where that has what is being handled around the stack.
    def replace(self, error):
        last = error
        while last.__context__ is not None and last.__context__ is not self.error:
            if last.__context__ is self.handled:
                last.__context__ = self.error
                break
            last = last.__context__
        self.error = error
        self.is_new = True

    # Raises the error of an exit with the context that it has; else, whether the received error is suppressed.
    def finish(self):
        if self.is_new:
            context = self.error.__context__
            try:
                raise self.error
            finally:
                self.error.__context__ = context
        return self.received is not None and self.error is None


# What both stacks have. An exit stands beside whether it is awaited.
class Stack:
    def __init__(self):
        self._exits = []

    def enter_context(self, context):
        check_context(context, "__enter__", "__exit__", "the context manager protocol")
        result = context.__enter__()
        self._exits.append((False, context.__exit__))
        return result

    def push(self, exit):
        self._exits.append((False, exit.__exit__ if hasattr(exit, "__exit__") else exit))
        return exit

    def callback(self, callback, *args, **keywords):
        def call(kind, value, traceback):
            callback(*args, **keywords)

        self._exits.append((False, call))
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits, self._exits = self._exits, other._exits
        return other


def check_context(context, enter, leave, protocol):
    if not hasattr(type(context), enter) and not hasattr(context, enter) or not hasattr(context, leave):
        kind = type(context)
        name = f"{getattr(kind, '__module__', 'builtins')}.{kind.__qualname__}"
        raise TypeError(f"'{name}' object does not support {protocol}")


class ExitStack(Stack):
    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        unwinding = Unwinding(value, handled_error())
        while self._exits:
            _, exit = self._exits.pop()
            try:
                if exit(*unwinding.arguments()):
                    unwinding.suppress()
            except BaseException as error:
                unwinding.replace(error)
        return unwinding.finish()


class AsyncExitStack(Stack):
    async def enter_async_context(self, context):
        check_context(context, "__aenter__", "__aexit__", "the asynchronous context manager protocol")
        result = await context.__aenter__()
        self._exits.append((True, context.__aexit__))
        return result

    def push_async_exit(self, exit):
        self._exits.append((True, exit.__aexit__ if hasattr(exit, "__aexit__") else exit))
        return exit

    def push_async_callback(self, callback, *args, **keywords):
        async def call(kind, value, traceback):
            await callback(*args, **keywords)

        self._exits.append((True, call))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        unwinding = Unwinding(value, handled_error())
        while self._exits:
            is_awaited, exit = self._exits.pop()
            try:
                answer = exit(*unwinding.arguments())
                if is_awaited:
                    answer = await answer
                if answer:
                    unwinding.suppress()
            except BaseException as error:
                unwinding.replace(error)
        return unwinding.finish()


# What is printed goes to another stream meanwhile.
class RedirectStream(AbstractContextManager):
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(swap_output(self._stream, self._new_target))
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        swap_output(self._stream, self._old_targets.pop())


class redirect_stdout(RedirectStream):
    _stream = "stdout"


class redirect_stderr(RedirectStream):
    _stream = "stderr"
