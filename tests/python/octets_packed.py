# Numbers packed into bytes, bytes as letters and as digests, and files of bytes in memory.
import asyncio
import base64
import hashlib
import io
import struct
import zlib


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (struct.error, ValueError, TypeError, OverflowError) as error:
        return f"{type(error).__name__}: {error}"


def packing():
    for format, values in [
        (">IH", (1, 2)),
        ("<hb?", (-2, -1, True)),
        ("!Q4sxB", (2**63, b"abcdef", 255)),
        ("bhilq", (1, 2, 3, 4, 5)),
        ("=bhilq", (1, 2, 3, 4, 5)),
        ("3B2s", (1, 2, 3, b"x")),
        ("5p", (b"abcdefgh",)),
        ("cc", (b"a", b"b")),
        ("<dfe", (1.5, -0.1, 65504.0)),
        (">d", (1 / 3,)),
        (">f", (1e-45,)),
        (">d", (float("inf"),)),
    ]:
        packed = struct.pack(format, *values)
        print(format, struct.calcsize(format), packed.hex(), struct.unpack(format, packed))
    header = struct.Struct("!HI")
    print(header.size, header.format, header.pack(7, 9), header.unpack_from(b"..\x00\x07\x00\x00\x00\x09", 2))
    print(list(header.iter_unpack(header.pack(1, 2) + header.pack(3, 4))))
    room = bytearray(8)
    header.pack_into(room, 1, 5, 6)
    print(room)
    for arguments in [("B", 256), ("<h", 40000), ("I", -1), ("i", "x"), ("d", "x"), ("2s", 5), ("c", b"ab"), ("BB", 1)]:
        print(arguments, attempt(struct.pack, *arguments))
    print(attempt(struct.unpack, "<I", b"abc"), attempt(struct.unpack_from, "<I", b"abcde", 3))
    print(attempt(struct.pack, "y", 1), attempt(struct.calcsize, "3"), attempt(struct.pack, "<f", 1e39))


def lettering():
    for text in (b"", b"f", b"fo", b"foo", b"\xff\xfe\xfd"):
        coded = base64.b64encode(text)
        print(
            coded,
            base64.b64decode(coded),
            base64.urlsafe_b64encode(text),
            base64.b32encode(text),
            base64.b16encode(text),
        )
    print(base64.urlsafe_b64decode("__79"), base64.b32decode("MZXW6==="), base64.b16decode("66AF"))
    print(attempt(base64.b64decode, "abc"), attempt(base64.b64decode, "a"), attempt(base64.b64encode, "text"))


def digesting():
    for text in (b"", b"abc", b"x" * 119, bytes(range(256))):
        print(
            *[hashlib.new(name, text).hexdigest() for name in ("md5", "sha1", "sha256")],
            zlib.crc32(text),
            zlib.adler32(text),
        )
    digest = hashlib.sha256()
    digest.update(b"ab")
    copy = digest.copy()
    digest.update(b"c")
    print(
        digest.hexdigest() == hashlib.sha256(b"abc").hexdigest(), copy.hexdigest()[:12], digest.name, digest.digest_size
    )
    print(digest.digest()[:4], int(hashlib.md5("key".encode()).hexdigest(), 16) % 16)
    print(attempt(hashlib.md5, "text"))


def filing():
    file = io.BytesIO(b"one\ntwo\n")
    print(file.read(2), file.readline(), file.tell(), list(file), file.read())
    file.seek(0)
    file.write(b"ONE")
    file.seek(0, 2)
    file.write(bytes([0, 255]))
    print(file.getvalue(), attempt(file.write, "text"))
    with io.BytesIO() as other:
        other.writelines([b"a", b"b"])
        print(other.getvalue())
    print(other.closed)


async def framed():
    reader = asyncio.StreamReader()
    for number, text in enumerate(("soup", "", "strudel")):
        reader.feed_data(struct.pack("!BH", number, len(text)) + text.encode())
    reader.feed_eof()
    while not reader.at_eof():
        number, length = struct.unpack("!BH", await reader.readexactly(3))
        print(number, (await reader.readexactly(length)).decode())


packing()
lettering()
digesting()
filing()
asyncio.run(framed())
