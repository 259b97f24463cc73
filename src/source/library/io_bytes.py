# io: bytes in memory.


class BytesIO(StringIO):
    __type_name__ = "_io.BytesIO"

    def __init__(self, initial_bytes=()):
        self.text = "" if initial_bytes is None else "".join([chr(one) for one in initial_bytes])
        self.position = 0
        self.closed = False

    def write(self, b):
        self.check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return StringIO.write(self, "".join([chr(one) for one in b]))

    def getvalue(self):
        return StringIO.getvalue(self).encode("latin-1")

    def getbuffer(self):
        return memoryview(self.getvalue())

    def read(self, size=-1):
        return StringIO.read(self, size).encode("latin-1")

    def read1(self, size=-1):
        return self.read(size)

    def readinto(self, buffer):
        found = self.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)
