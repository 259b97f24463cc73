# binascii: bytes as digits and letters, and back.

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
NUMBERS = {letter: number for number, letter in enumerate(LETTERS)}


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


# What is given as ASCII, as bytes or as a text.
def held_ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data
    return held_of(data, "argument should be bytes, buffer or ASCII string, not {}")


def hexlify(data, sep=None, bytes_per_sep=1):
    held_of(data)
    digits = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return of_held(bytes, digits)


def unhexlify(hexstr, /):
    digits = held_ascii(hexstr)
    if len(digits) % 2:
        raise Error("Odd-length string")
    for digit in digits:
        if digit not in "0123456789abcdefABCDEF":
            raise Error("Non-hexadecimal digit found")
    return of_held(bytes, "".join([chr(int(digits[at : at + 2], 16)) for at in range(0, len(digits), 2)]))


def b2a_hex(data, sep=None, bytes_per_sep=1):
    return hexlify(data, sep, bytes_per_sep)


def a2b_hex(hexstr, /):
    return unhexlify(hexstr)


def b2a_base64(data, /, *, newline=True):
    held, written = held_of(data), []
    for at in range(0, len(held), 3):
        part = held[at : at + 3]
        number = 0
        for one in part + "\0" * (3 - len(part)):
            number = number << 8 | ord(one)
        letters = "".join([LETTERS[number >> shift & 63] for shift in (18, 12, 6, 0)])
        written.append(letters[: len(part) + 1] + "=" * (3 - len(part)))
    return of_held(bytes, "".join(written) + ("\n" if newline else ""))


# Four letters stand for three bytes; what is no letter is passed over, unless it is to be strict.
def a2b_base64(data, /, *, strict_mode=False):
    text, made = held_ascii(data), []
    if strict_mode and text[:1] == "=":
        raise Error("Leading padding not allowed")
    number = count = signs = 0
    for at, letter in enumerate(text):
        if letter == "=":
            signs += 1
            if count >= 2 and count + signs >= 4:
                if strict_mode and at + 1 < len(text):
                    raise Error("Excess data after padding")
                return of_held(bytes, "".join(made))
            continue
        if letter not in NUMBERS:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and signs:
            raise Error("Discontinuous padding not allowed")
        signs = 0
        number, count = (number << 6 | NUMBERS[letter]) & 0xFFF, count + 1
        if count > 1:
            made.append(chr(number >> (8 - 2 * count) & 255))
        count %= 4
    if count == 1:
        letters = len(made) // 3 * 4 + 1
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({letters}) cannot be 1 more than a multiple of 4"
        )
    if count:
        raise Error("Incorrect padding")
    return of_held(bytes, "".join(made))


def crc_of_byte(number):
    for _ in range(8):
        number = number >> 1 ^ 0xEDB88320 if number & 1 else number >> 1
    return number


CRCS = []


def crc32(data, crc=0, /):
    if not CRCS:
        CRCS.extend([crc_of_byte(number) for number in range(256)])
    table, rest = CRCS, crc & 0xFFFFFFFF ^ 0xFFFFFFFF
    for one in held_of(data):
        rest = table[(rest ^ ord(one)) & 255] ^ rest >> 8
    return rest ^ 0xFFFFFFFF
