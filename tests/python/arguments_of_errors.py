# What errors make of their arguments: names of files of an OSError, names of what was missing.
class Own(OSError):
    def __init__(self, number):
        self.number = number


class Full(OSError):
    def __init__(self, number):
        super().__init__(number, "words", "file")
        self.number = number


class Plain(OSError):
    pass


class Unreachable(ConnectionError):
    def __init__(self, host, port):
        super().__init__(f"{host}:{port}")


errors = [
    Own(3),
    Full(2),
    Plain(2, "words"),
    Plain(2, "words", "file"),
    Unreachable("host", 1),
    OSError("alone"),
    OSError(2, "words", "file"),
    OSError(2, "words", "file", None, "other"),
    OSError(2, "words", None),
    OSError(1, 2, 3, 4, 5, 6),
    BlockingIOError(11, "words", 5),
    FileNotFoundError("a", "b", "c"),
    PermissionError(13, "denied", "/root"),
    TimeoutError(1, "late"),
]
for error in errors:
    print(type(error).__name__, error.args, str(error), repr(error))
    print("  ", error.errno, error.strerror, error.filename, error.filename2)
for error in (AttributeError("a"), NameError("n"), ImportError("i")):
    print(repr(error), error.name)
for make in (
    lambda: AttributeError("a", name="missing", obj=3),
    lambda: NameError(name="missing"),
    lambda: ImportError("i", name="module", path="place"),
    lambda: AttributeError("a", path="place"),
    lambda: ValueError("v", name="missing"),
):
    try:
        error = make()
        print(repr(error), error.name, getattr(error, "obj", None), getattr(error, "path", None))
    except TypeError as error:
        print(error)
