# struct: numbers as bytes. Of each letter there is its size and whether it has a sign.

WHOLE = {
    "b": (1, True), "B": (1, False), "h": (2, True), "H": (2, False), "i": (4, True), "I": (4, False), "l": (4, True),
    "L": (4, False), "q": (8, True), "Q": (8, False), "n": (8, True), "N": (8, False), "P": (8, False),
}
# Of each letter of floats: its size, and how many binary digits the exponent and the fraction have.
FLOATS = {"e": (2, 5, 10), "f": (4, 8, 23), "d": (8, 11, 52)}
OF_3_11 = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


class error(Exception):
    pass


# What a format asks for: the order, and of each field its letter, its count, its size and where it begins; and the size of all.
def read(format):
    if isinstance(format, bytes):
        format = format.held
    if not isinstance(format, str):
        raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
    mark, letters = (format[0], format[1:]) if format[:1] in ("@", "=", "<", ">", "!") else ("@", format)
    fields, at, count = [], 0, ""
    for letter in letters:
        if letter.isdigit():
            count += letter
            continue
        if letter.isspace() and not count:
            continue
        if letter in "xcsp?":
            size = 1
        elif letter in FLOATS:
            size = FLOATS[letter][0]
        elif letter in WHOLE and not (mark != "@" and letter in "nNP"):
            size = 8 if mark == "@" and letter in "lL" else WHOLE[letter][0]
        else:
            raise error("bad char in struct format")
        if mark == "@":
            at = -(-at // size) * size
        number = int(count) if count else 1
        fields.append((letter, number, size, at))
        at += number * size
        count = ""
    if count:
        raise error("repeat count given without format specifier")
    return mark in ">!", fields, at, format


def count_of(fields):
    counts = [0 if letter == "x" else 1 if letter in "sp" else number for letter, number, size, at in fields]
    return sum(counts)


def in_order(held, is_big):
    return held if is_big else held[::-1]


def bytes_of(number, size):
    return "".join([chr(number >> shift & 255) for shift in range(8 * size - 8, -1, -8)])


def number_of(held):
    number = 0
    for one in held:
        number = number << 8 | ord(one)
    return number


# A float as a whole number of binary digits: sign, exponent and fraction, rounded to the nearest even one.
def digits_of_float(number, letter):
    size, of_exponent, of_fraction = FLOATS[letter]
    sign = 1 if math.copysign(1.0, number) < 0 else 0
    most = (1 << of_exponent) - 1
    if not math.isfinite(number):
        exponent, fraction = most, 0 if math.isinf(number) else 1 << of_fraction - 1
    elif number == 0:
        exponent = fraction = 0
    else:
        above, below = abs(number).as_integer_ratio()
        bias = (most >> 1) - 1
        power = above.bit_length() - below.bit_length()
        if above << max(-power, 0) < below << max(power, 0):
            power -= 1
        shift = of_fraction - max(power, -bias)
        above, below = above << max(shift, 0), below << max(-shift, 0)
        fraction, rest = divmod(above, below)
        if 2 * rest > below or 2 * rest == below and fraction & 1:
            fraction += 1
        whole = (max(power, -bias) + bias << of_fraction) + fraction
        exponent, fraction = whole >> of_fraction, whole & (1 << of_fraction) - 1
        if exponent >= most:
            raise OverflowError(f"float too large to pack with {letter} format")
    return (sign << of_exponent | exponent) << of_fraction | fraction


def float_of_digits(digits, letter):
    size, of_exponent, of_fraction = FLOATS[letter]
    fraction, exponent = digits & (1 << of_fraction) - 1, digits >> of_fraction & (1 << of_exponent) - 1
    most = (1 << of_exponent) - 1
    if exponent == most:
        number = math.nan if fraction else math.inf
    else:
        power = max(exponent, 1) - (most >> 1) - of_fraction
        whole = fraction | (1 << of_fraction if exponent else 0)
        number = float(whole << power) if power >= 0 else whole / (1 << -power)
    return -number if digits >> of_exponent + of_fraction else number


def index_of(value):
    if isinstance(value, int):
        return int(value)
    if hasattr(type(value), "__index__"):
        return range(value).stop
    raise error("required argument is not an integer")


def packed_whole(value, letter, size, mark):
    number = index_of(value)
    is_signed = WHOLE[letter][1]
    least, most = (-(1 << 8 * size - 1), (1 << 8 * size - 1) - 1) if is_signed else (0, (1 << 8 * size) - 1)
    if not least <= number <= most:
        if letter in "nNP":
            raise error("int too large to convert" if number > 0 else "can't convert negative int to unsigned")
        raise error(words_of_range(letter, size, mark, number, least, most))
    return bytes_of(number, size)


def words_of_range(letter, size, mark, number, least, most):
    name = f"'{letter}'"
    if __python__ < 12:
        is_big = mark in (">", "!")
        if size == 8 or number < 0 and (letter in "IL" or letter == "H" and is_big):
            return "argument out of range"
        if letter in "bB" or not is_big:
            name = OF_3_11.get(letter, name)
    return f"{name} format requires {least} <= number <= {most}"


def packed(letter, number, size, value, is_big, mark):
    if letter in "sp":
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{letter}' must be a bytes object")
        held = value.held
        if letter == "p":
            held = held[: max(number - 1, 0)]
            held = (chr(min(len(held), 255)) + held) if number else ""
        return held[:number] + "\0" * (number - len(held))
    if letter == "c":
        if not isinstance(value, bytes) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return value.held
    if letter == "?":
        return "\1" if value else "\0"
    if letter in FLOATS:
        if not isinstance(value, (int, float)) and not hasattr(type(value), "__float__"):
            raise error("required argument is not a float")
        return in_order(bytes_of(digits_of_float(float(value), letter), size), is_big)
    return in_order(packed_whole(value, letter, size, mark), is_big)


def unpacked(letter, held, is_big):
    if letter == "c":
        return of_held(bytes, held)
    if letter == "?":
        return held != "\0"
    number = number_of(in_order(held, is_big))
    if letter in FLOATS:
        return float_of_digits(number, letter)
    return number - (1 << 8 * len(held)) if WHOLE[letter][1] and number >> 8 * len(held) - 1 else number


def unpacked_all(fields, held, is_big):
    values = []
    for letter, number, size, at in fields:
        if letter == "s":
            values.append(of_held(bytes, held[at : at + number]))
        elif letter == "p":
            values.append(of_held(bytes, held[at + 1 : at + min(number, 1 + ord(held[at]))] if number else ""))
        elif letter != "x":
            for place in range(at, at + number * size, size):
                values.append(unpacked(letter, held[place : place + size], is_big))
    return tuple(values)


class Struct:
    __type_name__ = "_struct.Struct"

    def __init__(self, format):
        self._is_big, self._fields, self.size, self.format = read(format)
        self._mark = self.format[:1] if self.format[:1] in ("=", "<", ">", "!") else "@"

    def _packed(self, values, name):
        wanted = count_of(self._fields)
        if len(values) != wanted:
            raise error(f"{name} expected {wanted} items for packing (got {len(values)})")
        held, left = "", list(values)
        for letter, number, size, at in self._fields:
            held += "\0" * (at - len(held))
            if letter == "x":
                held += "\0" * number
            else:
                for _ in range(1 if letter in "sp" else number):
                    held += packed(letter, number, size, left.pop(0), self._is_big, self._mark)
        return held + "\0" * (self.size - len(held))

    def pack(self, *values):
        return of_held(bytes, self._packed(values, "pack"))

    def pack_into(self, buffer, offset, *values):
        held = self._packed(values, "pack_into")
        if offset < 0:
            if offset + len(buffer) < 0:
                raise error(f"offset {offset} out of range for {len(buffer)}-byte buffer")
            if offset + self.size > 0:
                raise error(f"no space to pack {self.size} bytes at offset {offset}")
            offset += len(buffer)
        if offset + self.size > len(buffer):
            raise error(self._too_short("pack_into", "packing", offset, len(buffer)))
        buffer[offset : offset + self.size] = of_held(bytes, held)

    def _too_short(self, name, what, offset, length):
        return (
            f"{name} requires a buffer of at least {offset + self.size} bytes for {what} {self.size} bytes at offset {offset} "
            f"(actual buffer size is {length})"
        )

    def unpack(self, buffer, /):
        held = held_of(buffer)
        if len(held) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return unpacked_all(self._fields, held, self._is_big)

    def unpack_from(self, buffer, offset=0):
        held = held_of(buffer)
        if offset < 0:
            if offset + len(held) < 0:
                raise error(f"offset {offset} out of range for {len(held)}-byte buffer")
            if offset + self.size > 0:
                raise error(f"not enough data to unpack {self.size} bytes at offset {offset}")
            offset += len(held)
        if offset + self.size > len(held):
            raise error(self._too_short("unpack_from", "unpacking", offset, len(held)))
        return unpacked_all(self._fields, held[offset : offset + self.size], self._is_big)

    def iter_unpack(self, buffer, /):
        held = held_of(buffer)
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(held) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        starts = range(0, len(held), self.size)
        return iter([unpacked_all(self._fields, held[at : at + self.size], self._is_big) for at in starts])

    if __python__ >= 13:

        def __repr__(self):
            return f"{type(self).__name__}({self.format!r})"


def pack(fmt, *values):
    return Struct(fmt).pack(*values)


def pack_into(fmt, buffer, offset, *values):
    Struct(fmt).pack_into(buffer, offset, *values)


def unpack(fmt, buffer, /):
    return Struct(fmt).unpack(buffer)


def unpack_from(fmt, /, buffer, offset=0):
    return Struct(fmt).unpack_from(buffer, offset)


def iter_unpack(fmt, buffer, /):
    return Struct(fmt).iter_unpack(buffer)


def calcsize(fmt, /):
    return Struct(fmt).size
