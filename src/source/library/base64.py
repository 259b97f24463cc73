# base64: bytes as letters, in groups of 4, 5 and 6 binary digits.

LETTERS_OF_5 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
LETTERS_OF_5_IN_ORDER = "0123456789ABCDEFGHIJKLMNOPQRSTUV"


# What is to be read: bytes, or a text of ASCII.
def held_letters(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data
    return held_of(data, "argument should be a bytes-like object or ASCII string, not {}")


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return encoded
    others = held_of(altchars)
    return of_held(bytes, encoded.held.replace("+", others[0]).replace("/", others[1]))


def b64decode(s, altchars=None, validate=False):
    letters = held_letters(s)
    if altchars is not None:
        others = held_letters(altchars)
        letters = letters.replace(others[0], "+").replace(others[1], "/")
    return binascii.a2b_base64(letters, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(held_letters(s).replace("-", "+").replace("_", "/"))


def encodebytes(s):
    held = held_of(s)
    lines = [binascii.b2a_base64(of_held(bytes, held[at : at + 57])).held for at in range(0, len(held), 57)]
    return of_held(bytes, "".join(lines))


def decodebytes(s):
    return binascii.a2b_base64(of_held(bytes, held_of(s)))


def b16encode(s):
    return of_held(bytes, of_held(bytes, held_of(s)).hex().upper())


def b16decode(s, casefold=False):
    digits = held_letters(s)
    if casefold:
        digits = digits.upper()
    if any([digit not in "0123456789ABCDEF" for digit in digits]):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(digits)


# Five bytes are eight letters.
def encoded_by_5(held, letters):
    written = []
    for at in range(0, len(held), 5):
        part = held[at : at + 5]
        number = 0
        for one in part + "\0" * (5 - len(part)):
            number = number << 8 | ord(one)
        group = "".join([letters[number >> shift & 31] for shift in range(35, -1, -5)])
        count = -(-len(part) * 8 // 5)
        written.append(group[:count] + "=" * (8 - count))
    return of_held(bytes, "".join(written))


def decoded_by_5(text, letters):
    if len(text) % 8:
        raise binascii.Error("Incorrect padding")
    plain = text.rstrip("=")
    padding = len(text) - len(plain)
    made = []
    for at in range(0, len(plain), 8):
        group = plain[at : at + 8]
        number = 0
        for letter in group:
            if letter not in letters:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | letters.index(letter)
        number <<= 5 * (8 - len(group))
        made.append("".join([chr(number >> shift & 255) for shift in (32, 24, 16, 8, 0)]))
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if padding and made:
        made[-1] = made[-1][: (43 - 5 * padding) // 8]
    return of_held(bytes, "".join(made))


def b32encode(s):
    return encoded_by_5(held_of(s), LETTERS_OF_5)


def b32decode(s, casefold=False, map01=None):
    text = held_letters(s)
    if map01 is not None:
        text = text.replace("0", "O").replace("1", held_letters(map01))
    return decoded_by_5(text.upper() if casefold else text, LETTERS_OF_5)


def b32hexencode(s):
    return encoded_by_5(held_of(s), LETTERS_OF_5_IN_ORDER)


def b32hexdecode(s, casefold=False):
    text = held_letters(s)
    return decoded_by_5(text.upper() if casefold else text, LETTERS_OF_5_IN_ORDER)
