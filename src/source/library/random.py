# random: octets of the module's own generator.


def randbytes(n):
    return random.getrandbits(n * 8).to_bytes(n, "little")
