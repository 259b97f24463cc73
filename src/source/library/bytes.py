# bytes, bytearray and memoryview. What they hold is kept as text in which each character stands for one of them.


class UnicodeError(ValueError):
    pass


class UnicodeEncodeError(UnicodeError):
    def __init__(self, encoding, object, start, end, reason):
        super().__init__(encoding, object, start, end, reason)
        self.encoding, self.object, self.start, self.end, self.reason = encoding, object, start, end, reason

    def __str__(self):
        where = f"position {self.start}: {self.reason}"
        return f"'{self.encoding}' codec can't encode character {escaped(self.object[self.start])} in {where}"


class UnicodeDecodeError(UnicodeError):
    def __init__(self, encoding, object, start, end, reason):
        super().__init__(encoding, object, start, end, reason)
        self.encoding, self.object, self.start, self.end, self.reason = encoding, object, start, end, reason

    def __str__(self):
        byte = f"byte 0x{self.object[self.start]:02x}"
        if self.end - self.start > 1:
            return f"'{self.encoding}' codec can't decode bytes in position {self.start}-{self.end - 1}: {self.reason}"
        return f"'{self.encoding}' codec can't decode {byte} in position {self.start}: {self.reason}"


def escaped(character):
    point = ord(character)
    return f"'\\x{point:02x}'" if point < 0x100 else f"'\\u{point:04x}'" if point < 0x10000 else f"'\\U{point:08x}'"


def shown_byte(one):
    if one == "\\":
        return "\\\\"
    if " " <= one < "\x7f":
        return one
    return {"\t": "\\t", "\n": "\\n", "\r": "\\r"}.get(one, f"\\x{ord(one):02x}")


# The text in which a byte, or what is like bytes, is held.
def held_of(value, what="a bytes-like object is required, not {}"):
    if isinstance(value, BytesLike):
        return value.held
    raise TypeError(what.format(repr(type(value).__name__)))


def held_byte(value, word):
    if not hasattr(type(value), "__index__") and not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not isinstance(value, int):
        value = range(value).stop
    if not 0 <= value < 256:
        raise ValueError(f"{word} must be in range(0, 256)")
    return chr(value)


def counted(source):
    return isinstance(source, int) or hasattr(source, "__index__") and not hasattr(source, "__iter__")


def held_anew(kind, source, encoding, errors):
    word = "byte" if kind is bytearray else "bytes"
    if isinstance(source, str):
        if encoding is None:
            raise TypeError("string argument without an encoding")
        return encoded(source, encoding, errors)
    if encoding is not None:
        raise TypeError("encoding without a string argument")
    if isinstance(source, BytesLike):
        return source.held
    if hasattr(type(source), "__bytes__"):
        return source.__bytes__().held
    if counted(source):
        source = range(source).stop if not isinstance(source, int) else source
        if source < 0:
            raise ValueError("negative count")
        return "\0" * source
    return "".join([held_byte(number, word) for number in numbers_of(source, "cannot convert {!r} object to bytes")])


def numbers_of(source, words):
    try:
        return iter(source)
    except TypeError:
        raise TypeError(words.format(type(source).__name__)) from None


def encoded(text, encoding, errors):
    name = encoding.lower().replace("_", "-")
    if name in ("latin-1", "latin1", "iso-8859-1"):
        most, name = 256, "latin-1"
    elif name in ("ascii", "us-ascii"):
        most, name = 128, "ascii"
    elif name in ("utf-8", "utf8"):
        return text if text.isascii() else "".join([encoded_character(ord(one)) for one in text])
    else:
        raise LookupError(f"unknown encoding: {encoding}")
    kept = []
    for index, one in enumerate(text):
        if ord(one) < most:
            kept.append(one)
        elif errors == "strict":
            raise UnicodeEncodeError(name, text, index, index + 1, f"ordinal not in range({most})")
        else:
            kept.append(instead_of(ord(one), "?", errors))
    return "".join(kept)


# What stands for a character that cannot be encoded, or for a byte that is none of one.
def instead_of(point, replacement, errors):
    if errors in ("replace", "ignore"):
        return replacement if errors == "replace" else ""
    if errors == "backslashreplace":
        return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
    if errors == "xmlcharrefreplace" and replacement == "?":
        return f"&#{point};"
    raise LookupError(f"unknown error handler name {errors!r}")


def encoded_character(point):
    if point < 0x80:
        return chr(point)
    if point < 0x800:
        return chr(0xC0 | point >> 6) + chr(0x80 | point & 0x3F)
    if point < 0x10000:
        return chr(0xE0 | point >> 12) + chr(0x80 | point >> 6 & 0x3F) + chr(0x80 | point & 0x3F)
    return chr(0xF0 | point >> 18) + chr(0x80 | point >> 12 & 0x3F) + chr(0x80 | point >> 6 & 0x3F) + chr(0x80 | point & 0x3F)


def decoded(held, encoding, errors):
    name = encoding.lower().replace("_", "-")
    if name not in ("latin-1", "latin1", "iso-8859-1", "utf-8", "utf8", "ascii", "us-ascii"):
        raise LookupError(f"unknown encoding: {encoding}")
    if name in ("latin-1", "latin1", "iso-8859-1") or held.isascii():
        return held
    kept = []
    at = 0
    while at < len(held):
        length, point = character_at(held, at) if name in ("utf-8", "utf8") else (0, "ordinal not in range(128)")
        if ord(held[at]) < 0x80:
            kept.append(held[at])
            at += 1
        elif length:
            kept.append(chr(point))
            at += length
        elif errors == "strict":
            codec = "utf-8" if name in ("utf-8", "utf8") else name
            raise UnicodeDecodeError(codec, of_held(bytes, held), at, at + 1, point)
        else:
            kept.append(instead_of(ord(held[at]), "\ufffd", errors))
            at += 1
    return "".join(kept)


# How many bytes the character there has, and its number; 0 and a reason where there is none.
def character_at(held, at):
    first = ord(held[at])
    length = 2 if 0xC2 <= first < 0xE0 else 3 if 0xE0 <= first < 0xF0 else 4 if 0xF0 <= first < 0xF5 else 0
    if length == 0:
        return 0, "invalid start byte"
    point = first & (0x7F >> length)
    for place in range(at + 1, at + length):
        if place == len(held):
            return 0, "unexpected end of data"
        if not 0x80 <= ord(held[place]) < 0xC0:
            return 0, "invalid continuation byte"
        point = point << 6 | ord(held[place]) & 0x3F
    return length, point


# A whole number as bytes, and back.
def written_int(number, length, byteorder, signed):
    if byteorder not in ("big", "little"):
        raise ValueError("byteorder must be either 'little' or 'big'")
    if length < 0:
        raise ValueError("length argument must be non-negative")
    if number < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    half = 1 << 8 * length >> 1
    if not (-half <= number < max(half, 1) if signed else number >> 8 * length == 0):
        raise OverflowError("int too big to convert")
    held = "".join([chr(number >> shift & 255) for shift in range(8 * length - 8, -1, -8)])
    return of_held(bytes, held if byteorder == "big" else held[::-1])


def read_int(source, byteorder, signed):
    if byteorder not in ("big", "little"):
        raise ValueError("byteorder must be either 'little' or 'big'")
    if isinstance(source, (str, int)):
        raise TypeError(f"cannot convert '{type(source).__name__}' object to bytes")
    held = held_anew(bytes, source, None, "strict")
    number = 0
    for one in held if byteorder == "big" else held[::-1]:
        number = number << 8 | ord(one)
    return number - (1 << 8 * len(held)) if signed and held and number >> 8 * len(held) - 1 else number


def of_held(kind, held):
    made = kind.__new__(kind)
    made.held = held
    return made


class BytesLike:
    __hidden__ = ("held",)
    __is_sequence__ = True

    def __init__(self, source=(), encoding=None, errors="strict"):
        self.held = held_anew(type(self), source, encoding, errors)

    def made(self, held):
        return of_held(bytes if isinstance(self, bytes) else bytearray, held)

    # As it is written; where quotes are always escaped, too.
    def literal(self, always=False):
        quote = '"' if "'" in self.held and '"' not in self.held else "'"
        shown = "".join([shown_byte(one) for one in self.held])
        return f"b{quote}{shown.replace("'", chr(92) + "'") if always or quote == "'" else shown}{quote}"

    def __eq__(self, other):
        return self.held == other.held if isinstance(other, BytesLike) else NotImplemented

    def __lt__(self, other):
        return self.held < other.held if isinstance(other, BytesLike) else NotImplemented

    def __le__(self, other):
        return self.held <= other.held if isinstance(other, BytesLike) else NotImplemented

    def __gt__(self, other):
        return self.held > other.held if isinstance(other, BytesLike) else NotImplemented

    def __ge__(self, other):
        return self.held >= other.held if isinstance(other, BytesLike) else NotImplemented

    def __len__(self):
        return len(self.held)

    def __int__(self):
        try:
            return int(self.held)
        except ValueError:
            raise ValueError(f"invalid literal for int() with base 10: {self.literal()}") from None

    def __float__(self):
        try:
            return float(self.held)
        except ValueError:
            raise ValueError(f"could not convert string to float: {self.literal()}") from None

    def __iter__(self):
        return iter([ord(one) for one in self.held])

    def __reversed__(self):
        return iter([ord(one) for one in self.held[::-1]])

    def __contains__(self, item):
        return (held_byte(item, "byte") if isinstance(item, int) else held_of(item)) in self.held

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self.made(self.held[index])
        if isinstance(index, int) and -len(self.held) <= index < len(self.held):
            return ord(self.held[index])
        return ord(self.held[self.place(index)])

    def place(self, index):
        if not hasattr(index, "__index__"):
            word = "byte" if isinstance(self, bytes) else "bytearray"
            raise TypeError(f"{word} indices must be integers or slices, not {type(index).__name__}")
        index = index.__index__()
        if not -len(self.held) <= index < len(self.held):
            raise IndexError("index out of range" if isinstance(self, bytes) else "bytearray index out of range")
        return index

    def __add__(self, other):
        if not isinstance(other, BytesLike):
            raise TypeError(f"can't concat {type(other).__name__} to {type(self).__name__}")
        return self.made(self.held + other.held)

    def __mul__(self, times):
        return self.made(self.held * times)

    def __rmul__(self, times):
        return self.made(self.held * times)

    def __mod__(self, values):
        values = values if isinstance(values, tuple) else (values,)
        values = tuple([value.held if isinstance(value, BytesLike) else value for value in values])
        return self.made(self.held.replace("%b", "%s") % values)

    def decode(self, encoding="utf-8", errors="strict"):
        return decoded(self.held, encoding, errors)

    def hex(self, sep="", bytes_per_sep=1):
        digits = [f"{ord(one):02x}" for one in self.held]
        sep = sep.held if isinstance(sep, BytesLike) else sep
        if not sep or bytes_per_sep == 0:
            return "".join(digits)
        # Groups are counted from the end, or with a negative size from the beginning.
        size = abs(bytes_per_sep)
        first = len(digits) % size if bytes_per_sep > 0 else 0
        places = [0, *range(first or size, len(digits), size), len(digits)]
        return sep.join(["".join(digits[at:end]) for at, end in zip(places, places[1:])])

    @classmethod
    def fromhex(cls, string):
        held = ""
        at = 0
        while at < len(string):
            if string[at].isspace():
                at += 1
                continue
            for place in (at, at + 1):
                if place == len(string) or string[place] not in "0123456789abcdefABCDEF":
                    raise ValueError(f"non-hexadecimal number found in fromhex() arg at position {place}")
            held += chr(int(string[at : at + 2], 16))
            at += 2
        return of_held(cls, held)

    def join(self, iterable_of_bytes):
        parts = []
        for index, part in enumerate(iterable_of_bytes):
            parts.append(held_of(part, f"sequence item {index}: expected a bytes-like object, {type(part).__name__} found"))
        return self.made(self.held.join(parts))

    def split(self, sep=None, maxsplit=-1):
        parts = self.held.split(None if sep is None else held_of(sep), maxsplit)
        return [self.made(part) for part in parts]

    def rsplit(self, sep=None, maxsplit=-1):
        parts = self.held.rsplit(None if sep is None else held_of(sep), maxsplit)
        return [self.made(part) for part in parts]

    def splitlines(self, keepends=False):
        return [self.made(part) for part in self.held.splitlines(keepends)]

    def partition(self, sep):
        return tuple([self.made(part) for part in self.held.partition(held_of(sep))])

    def rpartition(self, sep):
        return tuple([self.made(part) for part in self.held.rpartition(held_of(sep))])

    def startswith(self, prefix, start=0, end=None):
        prefixes = prefix if isinstance(prefix, tuple) else (prefix,)
        words = "startswith first arg must be bytes or a tuple of bytes, not {}"
        return self.held[start:end].startswith(tuple([held_of(one, words.replace("{}", type(one).__name__)) for one in prefixes]))

    def endswith(self, suffix, start=0, end=None):
        suffixes = suffix if isinstance(suffix, tuple) else (suffix,)
        words = "endswith first arg must be bytes or a tuple of bytes, not {}"
        return self.held[start:end].endswith(tuple([held_of(one, words.replace("{}", type(one).__name__)) for one in suffixes]))

    def text_to_find(self, sub):
        if isinstance(sub, int):
            return held_byte(sub, "byte")
        return held_of(sub, f"argument should be integer or bytes-like object, not {type(sub).__name__!r}")

    def find(self, sub, start=0, end=None):
        return self.held.find(self.text_to_find(sub), start, len(self.held) if end is None else end)

    def rfind(self, sub, start=0, end=None):
        return self.held.rfind(self.text_to_find(sub), start, len(self.held) if end is None else end)

    def index(self, sub, start=0, end=None):
        found = self.find(sub, start, end)
        if found < 0:
            raise ValueError("subsection not found")
        return found

    def count(self, sub, start=0, end=None):
        return self.held[start:end].count(self.text_to_find(sub))

    def replace(self, old, new, count=-1):
        return self.made(self.held.replace(held_of(old), held_of(new), count))

    def removeprefix(self, prefix):
        return self.made(self.held.removeprefix(held_of(prefix)))

    def removesuffix(self, suffix):
        return self.made(self.held.removesuffix(held_of(suffix)))

    def strip(self, bytes=None):
        return self.made(self.held.strip(" \t\n\r\x0b\x0c" if bytes is None else held_of(bytes)))

    def lstrip(self, bytes=None):
        return self.made(self.held.lstrip(" \t\n\r\x0b\x0c" if bytes is None else held_of(bytes)))

    def rstrip(self, bytes=None):
        return self.made(self.held.rstrip(" \t\n\r\x0b\x0c" if bytes is None else held_of(bytes)))

    def mapped(self, change):
        return self.made("".join([change(one) if one.isascii() else one for one in self.held]))

    def upper(self):
        return self.mapped(str.upper)

    def lower(self):
        return self.mapped(str.lower)

    def swapcase(self):
        return self.mapped(str.swapcase)

    def title(self):
        return self.made(self.held.title())

    def capitalize(self):
        return self[:1].upper() + self[1:].lower()

    def ljust(self, width, fillbyte=None):
        return self.made(self.held.ljust(width, " " if fillbyte is None else fillbyte.held))

    def rjust(self, width, fillbyte=None):
        return self.made(self.held.rjust(width, " " if fillbyte is None else fillbyte.held))

    def center(self, width, fillbyte=None):
        return self.made(self.held.center(width, " " if fillbyte is None else fillbyte.held))

    def zfill(self, width):
        return self.made(self.held.zfill(width))

    def isdigit(self):
        return self.held.isascii() and self.held.isdigit()

    def isalpha(self):
        return self.held.isascii() and self.held.isalpha()

    def isalnum(self):
        return self.held.isascii() and self.held.isalnum()

    def isspace(self):
        return self.held.isascii() and self.held.isspace()

    def isupper(self):
        return self.held.isascii() and self.held.isupper()

    def islower(self):
        return self.held.isascii() and self.held.islower()

    def isascii(self):
        return self.held.isascii()


class bytes(BytesLike):
    def __repr__(self):
        return self.literal()

    def __hash__(self):
        return hash(self.held)

    def __bytes__(self):
        return self


class bytearray(BytesLike):
    __is_mutable_sequence__ = True
    __hash__ = None

    def __repr__(self):
        return f"{type(self).__name__}({self.literal(True)})"

    def __iadd__(self, other):
        if not isinstance(other, BytesLike):
            raise TypeError(f"can't concat {type(other).__name__} to {type(self).__name__}")
        self.held += other.held
        return self

    def __imul__(self, times):
        self.held *= times
        return self

    def __setitem__(self, index, value):
        places = [*self.held]
        if isinstance(index, slice):
            places[index] = [*held_anew(bytearray, value, None, None)]
        else:
            places[self.place(index)] = held_byte(value, "byte")
        self.held = "".join(places)

    def __delitem__(self, index):
        places = [*self.held]
        del places[index if isinstance(index, slice) else self.place(index)]
        self.held = "".join(places)

    def append(self, item):
        self.held += held_byte(item, "byte")

    def extend(self, iterable_of_ints):
        if isinstance(iterable_of_ints, str):
            raise TypeError("expected iterable of integers; got: 'str'")
        numbers = numbers_of(iterable_of_ints, "can't extend bytearray with {}")
        self.held += iterable_of_ints.held if isinstance(iterable_of_ints, BytesLike) else held_anew(bytearray, [*numbers], None, None)

    def insert(self, index, item):
        self[index:index] = [item]

    def pop(self, index=-1):
        if not self.held:
            raise IndexError("pop from empty bytearray")
        if not -len(self.held) <= index < len(self.held):
            raise IndexError("pop index out of range")
        found = self[index]
        del self[index]
        return found

    def remove(self, value):
        at = self.held.find(held_byte(value, "byte"))
        if at < 0:
            raise ValueError("value not found in bytearray")
        del self[at]

    def clear(self):
        self.held = ""

    def copy(self):
        return self.made(self.held)

    def reverse(self):
        self.held = self.held[::-1]


# A part of bytes, without a copy of its own.
class memoryview(BytesLike):
    def __init__(self, object):
        held_of(object, "memoryview: a bytes-like object is required, not {}")
        self.whole, self.places = object, range(len(object))

    @property
    def held(self):
        return "".join([self.whole.held[place] for place in self.places])

    @property
    def obj(self):
        return self.whole

    @property
    def nbytes(self):
        return len(self.places)

    @property
    def readonly(self):
        return isinstance(self.whole, bytes)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.release()

    def __repr__(self):
        return object.__repr__(self)

    def __getitem__(self, index):
        if not isinstance(index, slice):
            return self.whole[self.places[index]]
        part = memoryview(self.whole)
        part.places = self.places[index]
        return part

    def __setitem__(self, index, value):
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        places = self.places[index] if isinstance(index, slice) else [self.places[index]]
        values = [ord(one) for one in held_of(value)] if isinstance(index, slice) else [value]
        if len(places) != len(values):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        for place, one in zip(places, values):
            self.whole[place] = one

    def tobytes(self):
        return of_held(bytes, self.held)

    def tolist(self):
        return [*self]

    def release(self):
        self.places = range(0)
