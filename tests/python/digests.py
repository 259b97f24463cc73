# hashlib, hmac, zlib, binascii, base64 and uuid: what stands for bytes, and bytes as letters.
import asyncio
import base64
import binascii
import hashlib
import hmac
import uuid
import zlib


def tried(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


async def summed(queue, name):
    digest = hashlib.new(name)
    while (block := await queue.get()) is not None:
        digest.update(block)
        await asyncio.sleep(0.1)
    print(name, digest.hexdigest()[:16], digest.digest_size, digest.block_size, digest.name)
    return digest


async def in_blocks():
    names = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "blake2s"]
    queues = [asyncio.Queue() for _ in names]
    async with asyncio.TaskGroup() as group:
        for queue, name in zip(queues, names):
            group.create_task(summed(queue, name))
        for block in (b"a" * 70, b"", bytearray(b"b" * 130), None):
            for queue in queues:
                queue.put_nowait(block)
    print(await asyncio.to_thread(lambda: hashlib.sha256(b"soup").hexdigest()))


def hashed():
    digest = hashlib.sha256(b"a")
    other = digest.copy()
    other.update(b"b")
    print(digest.digest() == hashlib.sha256(b"a").digest(), other.hexdigest() == hashlib.sha256(b"ab").hexdigest())
    print(
        hashlib.blake2b(b"abc", digest_size=16).hexdigest(),
        hashlib.blake2s(b"abc", digest_size=8, key=b"key").hexdigest(),
    )
    print(hashlib.blake2b(b"abc", digest_size=8, key=b"secret", salt=b"salt", person=b"me").hexdigest())
    print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3, 20).hex(), hashlib.new("SHA256").name)
    for wrong in (
        lambda: hashlib.sha256("x"),
        lambda: hashlib.md5(1),
        lambda: hashlib.new("nope"),
        lambda: hashlib.blake2b(digest_size=65),
        lambda: hashlib.blake2s(key=b"k" * 40),
        lambda: hashlib.sha1().update("x"),
    ):
        print(tried(wrong))


def with_keys():
    code = hmac.new(b"key", b"message", "sha256")
    print(code.hexdigest(), code.name, code.digest_size, code.block_size)
    print(
        hmac.digest(b"key", b"message", "sha256") == code.digest(),
        hmac.new(b"k" * 100, digestmod=hashlib.md5).hexdigest(),
    )
    other = code.copy()
    other.update(b"more")
    print(hmac.compare_digest(code.hexdigest(), other.hexdigest()), hmac.compare_digest(b"a", bytearray(b"a")))
    for wrong in (
        lambda: hmac.new(b"k"),
        lambda: hmac.new("k", b"m", "md5"),
        lambda: hmac.new(b"k", "m", "md5"),
        lambda: hmac.compare_digest("a", b"a"),
        lambda: hmac.compare_digest("ä", "ä"),
    ):
        print(tried(wrong))


def as_letters():
    for data in (b"", b"a", b"ab", b"abc", b"\xff\xfe\x00 hello", bytearray(b"xyz")):
        print(base64.b64encode(data), base64.b32encode(data), base64.b16encode(data), binascii.hexlify(data))
        print(zlib.crc32(data), zlib.adler32(data), binascii.crc32(data), base64.urlsafe_b64encode(data))
        print(base64.b64decode(base64.b64encode(data)) == data, base64.b32decode(base64.b32encode(data)) == data)
    print(
        base64.b64decode("YWJj\nZGVm"),
        base64.b64decode("-_-_", altchars=b"-_"),
        base64.b16decode("abCD", casefold=True),
    )
    print(base64.b32decode("mfrgg===", casefold=True), binascii.hexlify(b"abcde", ":", -2), binascii.unhexlify("00fF"))
    print(
        zlib.crc32(b"b", zlib.crc32(b"a")) == zlib.crc32(b"ab"),
        base64.encodebytes(b"x" * 60),
        binascii.b2a_base64(b"x"),
    )
    for wrong in (
        lambda: base64.b64decode("abc"),
        lambda: base64.b64decode("a"),
        lambda: base64.b64decode("YWJj!", validate=True),
        lambda: base64.b64decode("ä"),
        lambda: base64.b64encode("x"),
        lambda: base64.b32decode("MFRG1==="),
        lambda: base64.b16decode("xy"),
        lambda: binascii.unhexlify("abc"),
        lambda: binascii.unhexlify("zz"),
        lambda: zlib.crc32("x"),
    ):
        print(tried(wrong))


def named():
    one = uuid.UUID("12345678-1234-5678-9234-567812345678")
    print(one, repr(one), one.hex, one.int, one.bytes, one.bytes_le, one.urn, one.variant, one.version)
    print(one.fields, one.time_low, one.clock_seq, one.node, one.time, int(one) == one.int)
    print(
        uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"),
        uuid.uuid3(uuid.NAMESPACE_URL, "http://x"),
        uuid.UUID(int=5, version=4),
    )
    same = [
        uuid.UUID(bytes=one.bytes),
        uuid.UUID(bytes_le=one.bytes_le),
        uuid.UUID(fields=one.fields),
        uuid.UUID(one.urn),
    ]
    print(
        [other == one for other in same],
        {one: "known"}[same[0]],
        sorted([one, uuid.UUID(int=1)])[0],
        one < uuid.UUID(int=1),
    )
    for wrong in (
        lambda: uuid.UUID("x"),
        lambda: uuid.UUID(),
        lambda: uuid.UUID(bytes=b"x"),
        lambda: uuid.UUID(int=-1),
        lambda: uuid.UUID(int=5, version=9),
        lambda: uuid.UUID(fields=(1, 2, 3, 400, 5, 6)),
        lambda: setattr(one, "int", 1),
    ):
        print(tried(wrong))


asyncio.run(in_blocks())
hashed()
with_keys()
as_letters()
named()
