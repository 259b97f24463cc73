# zlib: sums over bytes. Nothing is compressed.


def crc32(data, value=0, /):
    return binascii.crc32(data, value)


def adler32(data, value=1, /):
    low, high = value & 0xFFFF, value >> 16 & 0xFFFF
    for one in held_of(data):
        low = (low + ord(one)) % 65521
        high = (high + low) % 65521
    return high << 16 | low
