# uuid: numbers of 128 bits that name things. Those that differ from run to run are not there.

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = (
    "reserved for NCS compatibility",
    "specified in RFC 4122",
    "reserved for Microsoft compatibility",
    "reserved for future definition",
)
# Of each field its bits, and what an error says of them.
FIELDS = ((32, "a 32"), (16, "a 16"), (16, "a 16"), (8, "an 8"), (8, "an 8"), (48, "a 48"))


def number_of_digits(digits):
    for pattern in ("urn:", "uuid:"):
        digits = digits.replace(pattern, "")
    digits = digits.strip("{}").replace("-", "")
    if len(digits) != 32:
        raise ValueError("badly formed hexadecimal UUID string")
    return whole(digits)


def whole(digits):
    return int(digits, 16)


def number_of_bytes(held, name):
    if len(held) != 16:
        raise ValueError(f"{name} is not a 16-char string")
    return whole("".join([f"{ord(one):02x}" for one in held]))


def number_of_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    number = 0
    for place, (bits, words) in enumerate(FIELDS):
        if not 0 <= fields[place] < 1 << bits:
            raise ValueError(f"field {place + 1} out of range (need {words}-bit value)")
        number = number << bits | fields[place]
    return number


def little(held):
    return held[3::-1] + held[5:3:-1] + held[7:5:-1] + held[8:]


def held_number(number):
    return "".join([chr(number >> shift & 255) for shift in range(120, -1, -8)])


def as_bytes(held):
    return of_held(bytes, held)


class UUID:
    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        number = int
        if hex is not None:
            number = number_of_digits(hex)
        elif bytes_le is not None:
            number = number_of_bytes(little(bytes_le.held), "bytes_le") if len(bytes_le) == 16 else number_of_bytes("", "bytes_le")
        elif bytes is not None:
            number = number_of_bytes(bytes.held, "bytes")
        elif fields is not None:
            number = number_of_fields(fields)
        elif not 0 <= number < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            number = number & ~(0xC000 << 48) | 0x8000 << 48
            number = number & ~(0xF000 << 64) | version << 76
        __setfield__(self, "int", number)

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        digits = f"{self.int:032x}"
        return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])

    @property
    def bytes(self):
        return as_bytes(held_number(self.int))

    @property
    def bytes_le(self):
        return as_bytes(little(held_number(self.int)))

    @property
    def fields(self):
        return (
            self.time_low,
            self.time_mid,
            self.time_hi_version,
            self.clock_seq_hi_variant,
            self.clock_seq_low,
            self.node,
        )

    @property
    def time_low(self):
        return self.int >> 96

    @property
    def time_mid(self):
        return self.int >> 80 & 0xFFFF

    @property
    def time_hi_version(self):
        return self.int >> 64 & 0xFFFF

    @property
    def clock_seq_hi_variant(self):
        return self.int >> 56 & 0xFF

    @property
    def clock_seq_low(self):
        return self.int >> 48 & 0xFF

    @property
    def time(self):
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def node(self):
        return self.int & 0xFFFFFFFFFFFF

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def urn(self):
        return f"urn:uuid:{self}"

    @property
    def variant(self):
        if not self.int & 0x8000 << 48:
            return RESERVED_NCS
        if not self.int & 0x4000 << 48:
            return RFC_4122
        return RESERVED_FUTURE if self.int & 0x2000 << 48 else RESERVED_MICROSOFT

    @property
    def version(self):
        return self.int >> 76 & 0xF if self.variant == RFC_4122 else None


# What is hashed for a name in a namespace.
def message_of(namespace, name):
    if isinstance(name, str):
        name = name.encode()
    elif __python__ < 12:
        raise TypeError("encoding without a string argument")
    return namespace.bytes + name


def uuid3(namespace, name):
    return UUID(bytes=hashlib.md5(message_of(namespace, name)).digest(), version=3)


def uuid5(namespace, name):
    return UUID(bytes=hashlib.sha1(message_of(namespace, name)).digest()[:16], version=5)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
