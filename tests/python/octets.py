text = "pâté €"
data = text.encode()
print(data, len(data), data.decode(), data[1], data[1:3], list(data[:2]), data.hex())
print(text.encode("latin-1", "replace"), b"abc".decode("ascii"), bytes([1, 65]), bytes(2), bytearray(b"x\n'"))
for attempt in (
    lambda: text.encode("ascii"),
    lambda: b"\xff".decode(),
    lambda: b"a" + "b",
    lambda: bytes("text"),
    lambda: bytes([256]),
    lambda: b"ab"[5],
    lambda: b"".join(["a"]),
    lambda: int(b"x"),
    lambda: b"a".index(b"z"),
    lambda: {bytearray(): 1},
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
buffer = bytearray(b"hello")
buffer += b" world"
buffer[0] = 72
del buffer[1:3]
buffer.extend([33, 33])
print(buffer, buffer.find(b"lo"), buffer.startswith((b"H", b"J")), buffer.pop(), bytes(buffer), buffer == b"Hlo world!")
view = memoryview(buffer)[:3]
view[0:2] = b"ab"
print(bytes(view), buffer, view[2], len(view))
print(b"a,b,,c".split(b","), b" x ".strip(), b"k=v=w".partition(b"="), b"%d-%s" % (3, b"x"), b"ab" * 2, b"a" in b"cab", 97 in b"cab")
print(int(b"12"), float(b"1.5"), b"ab" < b"b", sorted([b"b", b"a"]), {b"k": 1}[b"k"], bytes.fromhex("0aff"), b"aXb".lower())
