# collections.abc: classes that ask for methods alone, with what they make of them.


class Awaitable:
    __structure__ = "__await__"
    __abstract__ = "__await__"

    def __await__(self):
        return None


class Coroutine(Awaitable):
    __structure__ = "__await__ send throw close"
    __abstract__ = "send throw"

    def send(self, value):
        raise StopIteration

    def throw(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ
            val = typ()
        if tb is not None:
            val = val.with_traceback(tb)
        raise val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("coroutine ignored GeneratorExit")


class AsyncIterable:
    __structure__ = "__aiter__"
    __abstract__ = "__aiter__"

    def __aiter__(self):
        return None


class AsyncIterator(AsyncIterable):
    __structure__ = "__aiter__ __anext__"
    __abstract__ = "__anext__"

    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    __structure__ = "__aiter__ __anext__ asend athrow aclose"
    __abstract__ = "asend athrow"

    async def asend(self, value):
        raise StopAsyncIteration

    async def athrow(self, typ, val=None, tb=None):
        if val is None:
            val = typ() if isinstance(typ, type) else typ
        raise val

    async def __anext__(self):
        return await self.asend(None)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


class Iterable:
    __structure__ = "__iter__"
    __abstract__ = "__iter__"

    def __iter__(self):
        return None


class Iterator(Iterable):
    __structure__ = "__iter__ __next__"
    __abstract__ = "__next__"

    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Generator(Iterator):
    __structure__ = "__iter__ __next__ send throw close"
    __abstract__ = "send throw"

    def send(self, value):
        raise StopIteration

    def throw(self, typ, val=None, tb=None):
        if val is None:
            val = typ() if isinstance(typ, type) else typ
        raise val

    def __next__(self):
        return self.send(None)

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")


class Sized:
    __structure__ = "__len__"
    __abstract__ = "__len__"

    def __len__(self):
        return None


class Container:
    __structure__ = "__contains__"
    __abstract__ = "__contains__"

    def __contains__(self, *args):
        return None


class Callable:
    __structure__ = "__call__"
    __abstract__ = "__call__"

    def __call__(self, *args):
        return None
