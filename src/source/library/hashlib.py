# hashlib: what stands for bytes. `digest_of` is an intrinsic, to which all bytes so far are given.

BLOCKS = {
    "md5": (16, 64),
    "sha1": (20, 64),
    "sha224": (28, 64),
    "sha256": (32, 64),
    "sha384": (48, 128),
    "sha512": (64, 128),
    "sha3_224": (28, 144),
    "sha3_256": (32, 136),
    "sha3_384": (48, 104),
    "sha3_512": (64, 72),
    "blake2b": (64, 128),
    "blake2s": (32, 64),
}
algorithms_guaranteed = set(BLOCKS) | {"shake_128", "shake_256"}
algorithms_available = set(BLOCKS)


def held_message(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    return held_of(data, "object supporting the buffer API required")


class HASH:
    __type_name__ = "_hashlib.HASH"

    def __init__(self, name, held, size=None, key="", salt="", person=""):
        self.name = name
        self.digest_size, self.block_size = BLOCKS[name]
        self._kept = held
        self._settings = (key, salt, person)
        if size is not None:
            self.digest_size = size

    def update(self, obj, /):
        self._kept += held_message(obj)

    def _digest(self):
        return digest_of(self.name, self._kept, self.digest_size, *self._settings)

    def digest(self):
        return of_held(bytes, self._digest())

    def hexdigest(self):
        return "".join([f"{ord(one):02x}" for one in self._digest()])

    def copy(self):
        return HASH(self.name, self._kept, self.digest_size, *self._settings)



def new(name, data=b"", **settings):
    lower = name.lower()
    if lower in ("blake2b", "blake2s"):
        return (blake2b if lower == "blake2b" else blake2s)(data, **settings)
    lower = lower.replace("-", "_") if "3" in lower[:4] else lower.replace("-", "")
    if lower not in BLOCKS:
        raise ValueError(f"unsupported hash type {name}")
    return HASH(lower, held_message(data))


def md5(string=b"", *, usedforsecurity=True):
    return HASH("md5", held_message(string))


def sha1(string=b"", *, usedforsecurity=True):
    return HASH("sha1", held_message(string))


def sha224(string=b"", *, usedforsecurity=True):
    return HASH("sha224", held_message(string))


def sha256(string=b"", *, usedforsecurity=True):
    return HASH("sha256", held_message(string))


def sha384(string=b"", *, usedforsecurity=True):
    return HASH("sha384", held_message(string))


def sha512(string=b"", *, usedforsecurity=True):
    return HASH("sha512", held_message(string))


def sha3_224(string=b"", *, usedforsecurity=True):
    return HASH("sha3_224", held_message(string))


def sha3_256(string=b"", *, usedforsecurity=True):
    return HASH("sha3_256", held_message(string))


def sha3_384(string=b"", *, usedforsecurity=True):
    return HASH("sha3_384", held_message(string))


def sha3_512(string=b"", *, usedforsecurity=True):
    return HASH("sha3_512", held_message(string))


def made_of_blake(name, data, digest_size, key, salt, person):
    most = BLOCKS[name][0]
    if not 0 < digest_size <= most:
        raise ValueError(f"digest_size must be between 1 and {most} bytes")
    key, salt, person = held_message(key), held_message(salt), held_message(person)
    for what, value, longest in (("key", key, most), ("salt", salt, most // 4), ("person", person, most // 4)):
        if len(value) > longest:
            raise ValueError(f"maximum {what} length is {longest} bytes")
    return HASH(name, held_message(data), digest_size, key, salt, person)


def blake2b(data=b"", /, *, digest_size=64, key=b"", salt=b"", person=b"", usedforsecurity=True):
    return made_of_blake("blake2b", data, digest_size, key, salt, person)


def blake2s(data=b"", /, *, digest_size=32, key=b"", salt=b"", person=b"", usedforsecurity=True):
    return made_of_blake("blake2s", data, digest_size, key, salt, person)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    size = BLOCKS[hash_name][0]
    key = keyed_ends(hash_name, held_message(password))
    wanted = size if dklen is None else dklen
    made = ""
    for number in range(1, -(-wanted // size) + 1):
        held = held_message(salt) + "".join([chr(number >> shift & 255) for shift in (24, 16, 8, 0)])
        total = [0] * size
        for _ in range(iterations):
            held = keyed_digest(hash_name, key, held)
            total = [one ^ ord(other) for one, other in zip(total, held)]
        made += "".join([chr(one) for one in total])
    return of_held(bytes, made[:wanted])


# The two blocks that a key is made of, and what a message is with them.
def keyed_ends(name, key):
    block = BLOCKS[name][1]
    if len(key) > block:
        key = digest_of(name, key, BLOCKS[name][0], "", "", "")
    key += "\0" * (block - len(key))
    return ["".join([chr(ord(one) ^ end) for one in key]) for end in (0x36, 0x5C)]


def keyed_digest(name, ends, message):
    size = BLOCKS[name][0]
    return digest_of(name, ends[1] + digest_of(name, ends[0] + message, size, "", "", ""), size, "", "", "")
