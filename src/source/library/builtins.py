# Built-in functions that call methods of their argument.


def aiter(iterable):
    return iterable.__aiter__()


def anext(iterator, *default):
    if not default:
        return iterator.__anext__()
    return anext_or(iterator, default[0])


async def anext_or(iterator, default):
    try:
        return await iterator.__anext__()
    except StopAsyncIteration:
        return default


class ellipsis:
    def __repr__(self):
        return "Ellipsis"


Ellipsis = ellipsis()


# Bytes are kept as text in which each character stands for one of them.
class bytes:
    def __init__(self, source="", encoding=None):
        if isinstance(source, bytes):
            source = source.held
        elif isinstance(source, int):
            source = "\0" * source
        elif not isinstance(source, str):
            source = "".join([chr(number) for number in source])
        elif encoding is None:
            raise TypeError("string argument without an encoding")
        self.held = source

    def __repr__(self):
        shown = [repr(one)[1:-1] if one < "\x7f" else f"\\x{ord(one):02x}" for one in self.held]
        quote = '"' if "'" in self.held and '"' not in self.held else "'"
        return f"b{quote}{''.join(shown)}{quote}"

    def __eq__(self, other):
        return self.held == other.held if isinstance(other, bytes) else NotImplemented

    def __lt__(self, other):
        return self.held < other.held if isinstance(other, bytes) else NotImplemented

    def __hash__(self):
        return hash(self.held)

    def __len__(self):
        return len(self.held)

    def __iter__(self):
        return iter([ord(one) for one in self.held])

    def __contains__(self, item):
        return (chr(item) if isinstance(item, int) else item.held) in self.held

    def __getitem__(self, index):
        found = self.held[index]
        return bytes(found, "latin-1") if isinstance(index, slice) else ord(found)

    def __add__(self, other):
        if not isinstance(other, bytes):
            raise TypeError(f"can't concat {type(other).__name__} to bytes")
        return bytes(self.held + other.held, "latin-1")

    def __mul__(self, times):
        return bytes(self.held * times, "latin-1")

    def decode(self, encoding="utf-8", errors="strict"):
        if not self.held.isascii():
            raise NotImplementedError("kitchen-sim decodes ASCII alone")
        return self.held

    def join(self, parts):
        return bytes(self.held.join([part.held for part in parts]), "latin-1")

    def split(self, sep=None, maxsplit=-1):
        parts = self.held.split(None if sep is None else sep.held, maxsplit)
        return [bytes(part, "latin-1") for part in parts]

    def startswith(self, prefix):
        return self.held.startswith(prefix.held)

    def endswith(self, suffix):
        return self.held.endswith(suffix.held)

    def strip(self, chars=None):
        return bytes(self.held.strip(None if chars is None else chars.held), "latin-1")

    def upper(self):
        return bytes(self.held.upper(), "latin-1")

    def lower(self):
        return bytes(self.held.lower(), "latin-1")


# What `globals()` gives: the variables of the module as they are when they are asked for.
class global_names:
    def __getitem__(self, name):
        return global_variables()[name]

    def __contains__(self, name):
        return name in global_variables()

    def __iter__(self):
        return iter(global_variables())

    def __len__(self):
        return len(global_variables())

    def __setitem__(self, name, value):
        raise NotImplementedError("kitchen-sim sets no variables by globals(): write an assignment")

    def get(self, name, default=None):
        return global_variables().get(name, default)

    def keys(self):
        return global_variables().keys()

    def values(self):
        return global_variables().values()

    def items(self):
        return global_variables().items()


def globals():
    return global_names()
