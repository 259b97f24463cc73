# The streams of asyncio, as far as they need no socket: who feeds a reader by hand, or writes to a transport of its own.

DEFAULT_LIMIT = 2**16


# Those who wait go on, with an error or without.
def wake_all(waiters, error=None):
    for waiter in waiters:
        if not waiter.done():
            if error is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(error)


class FlowControlMixin(Protocol):
    def __init__(self, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._paused = self._connection_lost = False
        self._drain_waiters = collections.deque()

    def pause_writing(self):
        assert not self._paused
        self._paused = True

    def resume_writing(self):
        assert self._paused
        self._paused = False
        wake_all(self._drain_waiters)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            wake_all(self._drain_waiters, exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")
        if self._paused:
            place = self._loop.create_future()
            self._drain_waiters.append(place)
            try:
                await place
            finally:
                self._drain_waiters.remove(place)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin):
    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._reject_connection = self._over_ssl = False
        self._task = self._transport = self._stream_writer = None
        self._closed = self._loop.create_future()

    def connection_made(self, transport):
        self._transport = transport
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        self._over_ssl = transport.get_extra_info("sslcontext") is not None
        if self._client_connected_cb is None:
            return
        writer = StreamWriter(transport, self, reader, self._loop)
        answer = self._client_connected_cb(reader, writer)
        if iscoroutine(answer):
            self._task = self._loop.create_task(answer)
            self._task.add_done_callback(functools.partial(self.served, transport))

    # The task that serves a client is over.
    def served(self, transport, task):
        if task.cancelled():
            transport.close()
        elif task.exception() is not None:
            message = "Unhandled exception in client_connected_cb"
            context = {"message": message, "exception": task.exception(), "transport": transport}
            self._loop.call_exception_handler(context)
            transport.close()

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        wake_all([self._closed], exc)
        super().connection_lost(exc)
        # Nobody is told of this error but who asks for it.
        self._closed._log_traceback = False
        self._stream_reader = self._stream_writer = self._task = self._transport = None

    def data_received(self, data):
        if self._stream_reader is not None:
            self._stream_reader.feed_data(data)

    def eof_received(self):
        if self._stream_reader is not None:
            self._stream_reader.feed_eof()
        return not self._over_ssl

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:
    def __init__(self, transport, protocol, reader, loop):
        assert reader is None or isinstance(reader, StreamReader)
        self._transport, self._protocol, self._reader, self._loop = transport, protocol, reader, loop
        self._complete_fut = loop.create_future()
        self._complete_fut.set_result(None)

    def __repr__(self):
        words = f"{type(self).__name__} transport={self._transport!r}"
        return f"<{words}>" if self._reader is None else f"<{words} reader={self._reader!r}>"

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)

    def write_eof(self):
        return self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def close(self):
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    async def wait_closed(self):
        await self._protocol._get_close_waiter(self)

    async def drain(self):
        failed = None if self._reader is None else self._reader.exception()
        if failed is not None:
            raise failed
        if self._transport.is_closing():
            await sleep(0)
        await self._protocol._drain_helper()


class StreamReader:
    _source_traceback = None

    def __init__(self, limit=DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop = get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._waiter = self._exception = self._transport = None
        self._eof = self._paused = False

    def __repr__(self):
        words = [
            ("StreamReader", None, True),
            ("{} bytes", len(self._buffer), self._buffer),
            ("eof", None, self._eof),
            ("limit={}", self._limit, self._limit != DEFAULT_LIMIT),
            ("waiter={!r}", self._waiter, self._waiter),
            ("exception={!r}", self._exception, self._exception),
            ("transport={!r}", self._transport, self._transport),
            ("paused", None, self._paused),
        ]
        return f"<{' '.join([word.format(value) for word, value, is_shown in words if is_shown])}>"

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        self._wakeup_waiter(exc)

    def _wakeup_waiter(self, error=None):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            if error is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(error)

    def set_transport(self, transport):
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def _maybe_resume_transport(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def feed_eof(self):
        self._eof = True
        self._wakeup_waiter()

    def at_eof(self):
        return self._eof and not self._buffer

    def feed_data(self, data):
        assert not self._eof, "feed_data after feed_eof"
        if not data:
            return
        self._buffer.extend(data)
        self._wakeup_waiter()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                self._transport = None
            else:
                self._paused = True

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            where = "while another coroutine is already waiting for incoming data"
            raise RuntimeError(f"{func_name}() called {where}")
        assert not self._eof, "_wait_for_data after EOF"
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    # So many bytes from the front.
    def take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._maybe_resume_transport()
        return data

    # All that is there, where more was wanted than will ever come.
    def give_up(self, expected):
        partial = bytes(self._buffer)
        self._buffer.clear()
        return IncompleteReadError(partial, expected)

    async def readline(self):
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as error:
            return error.partial
        except LimitOverrunError as error:
            if self._buffer.startswith(b"\n", error.consumed):
                del self._buffer[: error.consumed + 1]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(error.args[0])

    async def readuntil(self, separator=b"\n"):
        separators = [separator]
        if isinstance(separator, tuple) and __python__ >= 13:
            separators = sorted(separator, key=len)
            if not separators:
                raise ValueError("Separator should contain at least one element")
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception
        # No separator begins before `searched`.
        searched = 0
        while True:
            length = len(self._buffer)
            if length - searched >= shortest:
                found = [(self._buffer.find(each, searched), len(each)) for each in separators]
                ends = [(start + size, start) for start, size in found if start >= 0]
                if ends:
                    break
                searched = length + 1 - longest if __python__ < 13 else max(0, length + 1 - longest)
                if searched > self._limit:
                    raise LimitOverrunError("Separator is not found, and chunk exceed the limit", searched)
            if self._eof:
                raise self.give_up(None)
            await self._wait_for_data("readuntil")
        end, start = min(ends, key=operator.itemgetter(0))
        if start > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", start)
        return self.take(end)

    async def read(self, n=-1):
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        if n < 0:
            blocks = []
            while block := await self.read(self._limit):
                blocks.append(block)
            return b"".join(blocks)
        if not self._buffer and not self._eof:
            await self._wait_for_data("read")
        return self.take(n)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        while len(self._buffer) < n:
            if self._eof:
                raise self.give_up(n)
            await self._wait_for_data("readexactly")
        return self.take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line
