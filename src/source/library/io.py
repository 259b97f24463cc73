# io: texts in memory.


class UnsupportedOperation(OSError, ValueError):
    pass


class StringIO:
    __type_name__ = "_io.StringIO"

    def __init__(self, initial_value="", newline="\n"):
        self.text = "" if initial_value is None else initial_value
        self.position = 0
        self.closed = False

    def check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def write(self, s):
        self.check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        before = self.text[: self.position]
        if len(before) < self.position:
            before += "\0" * (self.position - len(before))
        self.text = before + s + self.text[self.position + len(s) :]
        self.position += len(s)
        return len(s)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self.check()
        return self.text

    def read(self, size=-1):
        self.check()
        end = len(self.text) if size is None or size < 0 else self.position + size
        found = self.text[self.position : end]
        self.position += len(found)
        return found

    def readline(self, size=-1):
        self.check()
        end = self.text.find("\n", self.position) + 1
        length = (end or len(self.text)) - self.position
        return self.read(length if size is None or size < 0 else min(length, size))

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, pos, whence=0):
        self.check()
        self.position = len(self.text) if whence == 2 else pos
        return self.position

    def tell(self):
        self.check()
        return self.position

    def truncate(self, size=None):
        self.check()
        size = self.position if size is None else size
        self.text = self.text[:size]
        return size

    def flush(self):
        self.check()

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def close(self):
        self.closed = True

    def __enter__(self):
        self.check()
        return self

    def __exit__(self, *args):
        self.close()
