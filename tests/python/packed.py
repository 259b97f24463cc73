# struct, and integers as bytes: messages that go through a stream.
import asyncio
import struct


def tried(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


HEAD = struct.Struct(">HBd")


async def send(reader):
    for number, body in enumerate((b"soup", b"", b"cake and tea")):
        reader.feed_data(HEAD.pack(len(body), number, number / 8) + body)
        await asyncio.sleep(1)
    reader.feed_eof()


async def receive(reader):
    while head := await reader.read(HEAD.size):
        length, number, weight = HEAD.unpack(head)
        body = await reader.readexactly(length)
        print(asyncio.get_running_loop().time() >= number, number, weight, body)


async def messages():
    reader = asyncio.StreamReader()
    await asyncio.gather(send(reader), receive(reader))


def formats():
    print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 2**64 - 1))
    print(struct.pack(">ehfd", 1.5, 7, 0.1, -0.0), struct.pack("4s3p2c?x", b"ab", b"xyz", b"1", b"2", True))
    print(
        struct.unpack(">d", struct.pack(">d", 5e-324)),
        struct.unpack("<f", struct.pack("<f", 1.1)),
        struct.unpack("5p", b"\3abcd"),
    )
    print([struct.calcsize(form) for form in ("ihb", "bih", "bxxi", "=lq", "lq", "!HHIIBBHHH", "b0i", "P", "")])
    print(
        list(struct.iter_unpack(">Bh", b"\1\0\1\2\0\2")),
        struct.unpack_from(">H", b"abcdef", offset=2),
        HEAD.size,
        HEAD.format,
    )
    buffer = bytearray(8)
    struct.pack_into(">I", buffer, 2, 0xDEADBEEF)
    print(buffer, struct.unpack_from(">I", buffer, -6), issubclass(struct.error, Exception))
    for wrong in (
        lambda: struct.pack("i", "x"),
        lambda: struct.pack("i"),
        lambda: struct.unpack("i", b"a"),
        lambda: struct.pack("b", 200),
        lambda: struct.pack("<H", 70000),
        lambda: struct.pack(">h", 40000),
        lambda: struct.pack(">I", -1),
        lambda: struct.pack("q", 2**63),
        lambda: struct.pack("z", 1),
        lambda: struct.pack("c", 1),
        lambda: struct.pack("s", "x"),
        lambda: struct.pack("f", "x"),
        lambda: struct.pack(">f", 1e40),
        lambda: struct.pack("3", 1),
        lambda: struct.unpack_from("i", b"abc"),
        lambda: struct.pack_into("i", bytearray(3), 0, 1),
        lambda: list(struct.iter_unpack("h", b"abc")),
        lambda: struct.unpack_from(">h", b"abcd", -1),
    ):
        print(tried(wrong))


def integers():
    print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (5).to_bytes(), (-1).to_bytes(2, "big", signed=True))
    print(
        (10**30).to_bytes(16, byteorder="big"),
        int.to_bytes(5, 2, "big"),
        (0).to_bytes(0, "big"),
        True.to_bytes(2, "big"),
    )
    print(
        int.from_bytes(b"\4\0", "big"),
        int.from_bytes(b"\4\0", "little"),
        int.from_bytes(b"\xff\xff", "big", signed=True),
    )
    print(
        int.from_bytes(b""),
        int.from_bytes([1, 2]),
        int.from_bytes(bytearray(b"\x80" * 20), byteorder="big", signed=True),
    )
    for wrong in (
        lambda: (-1).to_bytes(2, "big"),
        lambda: (256).to_bytes(1, "big"),
        lambda: (128).to_bytes(1, "big", signed=True),
        lambda: (1).to_bytes(1, "x"),
        lambda: (1).to_bytes(-1, "big"),
        lambda: int.from_bytes("x"),
        lambda: int.from_bytes(b"a", "x"),
        lambda: int.from_bytes([300]),
    ):
        print(tried(wrong))


asyncio.run(messages())
formats()
integers()
