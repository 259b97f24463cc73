# contextlib, as Lib/contextlib.py has it.


class GeneratorContext:
    def __init__(self, generator):
        self.gen = generator

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    def helper(*args, **keywords):
        return GeneratorContext(func(*args, **keywords))

    helper.__name__ = func.__name__
    helper.__wrapped__ = func
    return helper


class AsyncGeneratorContext:
    def __init__(self, generator):
        self.gen = generator

    async def __aenter__(self):
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            try:
                await self.gen.__anext__()
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and error.__cause__ is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def asynccontextmanager(func):
    def helper(*args, **keywords):
        return AsyncGeneratorContext(func(*args, **keywords))

    helper.__name__ = func.__name__
    helper.__wrapped__ = func
    return helper


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        if kind is None:
            return None
        if issubclass(kind, self._exceptions):
            return True
        if is_since(12) and issubclass(kind, BaseExceptionGroup):
            match, rest = value.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


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


def fix_context(error, old, outermost):
    while True:
        context = error.__context__
        if context is None or context is old:
            return
        if context is outermost:
            break
        error = context
    error.__context__ = old


class ExitStack:
    def __init__(self):
        self._exits = []

    def enter_context(self, context):
        result = context.__enter__()
        self._exits.append((True, context.__exit__))
        return result

    def push(self, exit):
        self._exits.append((True, exit.__exit__ if hasattr(exit, "__exit__") else exit))
        return exit

    def callback(self, callback, *args, **keywords):
        def call(kind, value, traceback):
            callback(*args, **keywords)

        self._exits.append((True, call))
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits = self._exits
        self._exits = []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        received = value is not None
        outermost = value
        pending = value
        suppressed = False
        is_raising = False
        while self._exits:
            _, exit = self._exits.pop()
            try:
                if exit(type(pending) if pending is not None else None, pending, getattr(pending, "__traceback__", None)):
                    suppressed = True
                    is_raising = False
                    pending = None
            except BaseException as error:
                fix_context(error, pending, outermost)
                is_raising = True
                pending = error
        if is_raising:
            context = pending.__context__
            try:
                raise pending
            except BaseException:
                pending.__context__ = context
                raise
        return received and suppressed


class AsyncExitStack:
    def __init__(self):
        self._exits = []

    def enter_context(self, context):
        result = context.__enter__()
        self._exits.append((True, context.__exit__))
        return result

    async def enter_async_context(self, context):
        result = await context.__aenter__()
        self._exits.append((False, context.__aexit__))
        return result

    def push(self, exit):
        self._exits.append((True, exit.__exit__ if hasattr(exit, "__exit__") else exit))
        return exit

    def push_async_exit(self, exit):
        self._exits.append((False, exit.__aexit__ if hasattr(exit, "__aexit__") else exit))
        return exit

    def callback(self, callback, *args, **keywords):
        def call(kind, value, traceback):
            callback(*args, **keywords)

        self._exits.append((True, call))
        return callback

    def push_async_callback(self, callback, *args, **keywords):
        async def call(kind, value, traceback):
            await callback(*args, **keywords)

        self._exits.append((False, call))
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits = self._exits
        self._exits = []
        return other

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        received = value is not None
        outermost = value
        pending = value
        suppressed = False
        is_raising = False
        while self._exits:
            is_sync, exit = self._exits.pop()
            try:
                result = exit(type(pending) if pending is not None else None, pending, getattr(pending, "__traceback__", None))
                if not is_sync:
                    result = await result
                if result:
                    suppressed = True
                    is_raising = False
                    pending = None
            except BaseException as error:
                fix_context(error, pending, outermost)
                is_raising = True
                pending = error
        if is_raising:
            context = pending.__context__
            try:
                raise pending
            except BaseException:
                pending.__context__ = context
                raise
        return received and suppressed
