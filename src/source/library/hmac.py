# hmac: what stands for bytes, for those who know a key.


class HMAC:
    __type_name__ = "hmac.HMAC"

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError(f"Missing required {'argument' if __python__ >= 13 else 'parameter'} 'digestmod'.")
        inner = hashlib.new(digestmod) if isinstance(digestmod, str) else digestmod()
        self._way = inner.name
        self.digest_size, self.block_size = inner.digest_size, inner.block_size
        self.name = f"hmac-{inner.name}"
        self._ends = hashlib.keyed_ends(inner.name, key.held)
        self._kept = ""
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._kept += hashlib.held_message(msg)

    def digest(self):
        return of_held(bytes, hashlib.keyed_digest(self._way, self._ends, self._kept))

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = HMAC(b"", None, self._way)
        other._ends, other._kept = self._ends, self._kept
        return other


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return a == b
    for one, other in ((a, b), (b, a)):
        if not isinstance(one, BytesLike):
            if isinstance(other, BytesLike):
                raise TypeError(f"a bytes-like object is required, not {type(one).__name__!r}")
            words = f"{type(a).__name__!r} and {type(b).__name__!r}"
            raise TypeError(f"unsupported operand types(s) or combination of types: {words}")
    return a.held == b.held
