import asyncio


async def caught(awaitable):
    try:
        return f"{await awaitable}"
    except Exception as error:
        return repr(error)


class Wire(asyncio.Transport):
    def pause_reading(self):
        print("paused")

    def resume_reading(self):
        print("resumed")

    def write(self, data):
        print("written", data)

    def is_closing(self):
        return False

    def close(self):
        print("closed")

    def __repr__(self):
        return "wire"


async def reading():
    reader = asyncio.StreamReader()
    print(reader, reader.at_eof())
    line = asyncio.create_task(caught(reader.readline()), name="line")
    await asyncio.sleep(0)
    print(await caught(reader.read(3)))
    reader.feed_data(b"on")
    await asyncio.sleep(1)
    print(line.done(), reader._buffer)
    reader.feed_data(b"e\ntwo\nthr")
    print(await line, reader)
    reader.feed_eof()
    print([part async for part in reader], reader.at_eof())
    print(await caught(reader.readexactly(2)), await reader.read())
    for limit, data in ((3, b"long line"), (3, b"longer\nline\n"), (16, b"end")):
        reader = asyncio.StreamReader(limit=limit)
        reader.feed_data(data)
        reader.feed_eof()
        print(await caught(reader.readuntil(b"\n")), await caught(reader.readline()), reader)
    reader = asyncio.StreamReader()
    waiting = asyncio.create_task(caught(reader.readuntil(b"END")))
    await asyncio.sleep(0)
    reader.feed_data(b"the E")
    await asyncio.sleep(0)
    reader.feed_data(b"ND more")
    print(await waiting, reader)
    waiting = asyncio.create_task(reader.readexactly(9))
    await asyncio.sleep(0)
    waiting.cancel("enough")
    print(await asyncio.gather(waiting, return_exceptions=True), reader._waiter)
    reader.set_exception(ConnectionResetError("gone"))
    for each in (reader.read(), reader.readline(), reader.readexactly(1)):
        print(await caught(each))
    print(await caught(reader.readexactly(-1)), await caught(reader.readuntil(b"")))
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)


async def flowing():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=4)
    protocol = asyncio.StreamReaderProtocol(reader)
    wire = Wire({"peername": "nobody"})
    protocol.connection_made(wire)
    writer = asyncio.StreamWriter(wire, protocol, reader, loop)
    print(writer, writer.get_extra_info("peername"), writer.get_extra_info("socket", "none"))
    protocol.data_received(b"123456789")
    print(reader, await reader.read(6), reader)
    writer.write(b"out")
    writer.writelines([b"a", b"b"])
    protocol.pause_writing()
    drains = [asyncio.create_task(writer.drain(), name=f"drain {n}") for n in range(2)]
    await asyncio.sleep(1)
    print([drain.done() for drain in drains])
    protocol.resume_writing()
    print(await asyncio.gather(*drains), loop.time())
    protocol.pause_writing()
    drain = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    protocol.connection_lost(BrokenPipeError("broken"))
    print(await caught(drain), await caught(writer.wait_closed()), await caught(writer.drain()))


class Upper(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data.upper())


def by_hand():
    protocol = Upper()
    protocol.connection_made(Wire())
    protocol.data_received(b"hello")
    print(protocol.eof_received(), isinstance(protocol, asyncio.BaseProtocol))
    try:
        asyncio.Transport().get_protocol()
    except NotImplementedError as error:
        print(repr(error))
    print(asyncio.LimitOverrunError("much", 3).consumed, asyncio.IncompleteReadError(b"ab", None))


asyncio.run(reading())
asyncio.run(flowing())
by_hand()
