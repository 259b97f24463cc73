# contextlib.


# Whether the error that left a generator is the one thrown into it. An error that would end a generator comes back as the cause of
# a RuntimeError, for a generator cannot raise it.
def is_the_thrown(error, thrown, endings):
    if error is thrown:
        return True
    return isinstance(error, RuntimeError) and isinstance(thrown, endings) and error.__cause__ is thrown


class AbstractContextManager:
    if is_since(13):
        __slots__ = ()
    __structure__ = "__enter__ __exit__"
    __abstract__ = "__exit__"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager:
    if is_since(13):
        __slots__ = ()
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


# As `functools.update_wrapper` does.
def renamed(function, func):
    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        if hasattr(func, name):
            setattr(function, name, getattr(func, name))
    function.__dict__.update(getattr(func, "__dict__", {}))
    function.__wrapped__ = func
    return function


# The text that a function has, else that of a class.
def text_of(func, kind):
    text = getattr(func, "__doc__", None)
    return kind.__doc__ if text is None else text


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, func, args, kwds):
        self._generator = self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = text_of(func, type(self))

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
                thrown = kind() if thrown is None else thrown
                so_far = traceback_so_far(thrown)
                self._generator.throw(thrown)
        except StopIteration as ending:
            return kind is not None and ending is not thrown
        except BaseException as error:
            if is_the_thrown(error, thrown, StopIteration):
                cut_traceback(thrown, so_far)
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
        self.__doc__ = text_of(func, type(self))

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
                thrown = kind() if thrown is None else thrown
                so_far = traceback_so_far(thrown)
                await self._generator.athrow(thrown)
        except StopAsyncIteration as ending:
            return kind is not None and ending is not thrown
        except BaseException as error:
            if is_the_thrown(error, thrown, (StopIteration, StopAsyncIteration)):
                cut_traceback(thrown, so_far)
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

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if not is_since(12) or not issubclass(exctype, BaseExceptionGroup):
            return False
        rest = excinst.split(self._exceptions)[1]
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


# A method of a context as its class has it; what the engine itself makes has no other.
def method_of(context, name):
    if hasattr(type(context), name) or not hasattr(context, "__dict__"):
        return getattr(context, name, None)
    return None


def methods_of(context, enter, leave, protocol):
    methods = method_of(context, enter), method_of(context, leave)
    if None not in methods:
        return methods
    kind = type(context)
    name = f"{getattr(kind, '__module__', 'builtins')}.{kind.__qualname__}"
    try:
        getattr(kind, enter if methods[0] is None else leave)
    except AttributeError:
        raise TypeError(f"'{name}' object does not support {protocol}") from None


# What both stacks have. An exit stands beside whether it is called without being awaited.
class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = []

    def enter_context(self, cm):
        enter, leave = methods_of(cm, "__enter__", "__exit__", "the context manager protocol")
        result = enter()
        self._exit_callbacks.append((True, leave))
        return result

    def push(self, exit):
        leave = method_of(exit, "__exit__")
        self._exit_callbacks.append((True, exit if leave is None else leave))
        return exit

    def callback(self, callback, /, *args, **kwds):
        def call(kind, value, traceback):
            callback(*args, **kwds)

        call.__wrapped__ = callback
        self._exit_callbacks.append((True, call))
        return callback

    def pop_all(self):
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return other


class ExitStack(_BaseExitStack):
    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        unwinding = Unwinding(value, handled_error())
        while self._exit_callbacks:
            _, exit = self._exit_callbacks.pop()
            try:
                if exit(*unwinding.arguments()):
                    unwinding.suppress()
            except BaseException as error:
                unwinding.replace(error)
        return unwinding.finish()


class AsyncExitStack(_BaseExitStack):
    async def enter_async_context(self, cm):
        protocol = "the asynchronous context manager protocol"
        enter, leave = methods_of(cm, "__aenter__", "__aexit__", protocol)
        result = await enter()
        self._exit_callbacks.append((False, leave))
        return result

    def push_async_exit(self, exit):
        leave = method_of(exit, "__aexit__")
        self._exit_callbacks.append((False, exit if leave is None else leave))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(kind, value, traceback):
            await callback(*args, **kwds)

        call.__wrapped__ = callback
        self._exit_callbacks.append((False, call))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        unwinding = Unwinding(value, handled_error())
        while self._exit_callbacks:
            is_plain, exit = self._exit_callbacks.pop()
            try:
                answer = exit(*unwinding.arguments())
                if not is_plain:
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
