"""Integers beyond 64 bits: arithmetic, comparison, texts, keys, and what refuses them."""

import asyncio
import json
import math
import random


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


x = 12345
for _ in range(3):
    x = (x * 6364136223846793005 + 1442695040888963407) % 2**64
    print(x, hex(x), x & 0xFFFFFFFF, x >> 33, f"{x:,}", f"{x:032x}", f"{x:e}", x % 1000)
h = 0xCBF29CE484222325
for c in "chef":
    h = ((h ^ ord(c)) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
print(h, hex(h), oct(h), bin(h))
print(2**100, -(2**100), ~(2**100), abs(-(2**100)), +(2**70), 2**63 - 1, -(2**63), -(-(2**63)), 2**63)
print(
    math.factorial(30),
    math.comb(100, 50),
    math.perm(30),
    math.gcd(2**80, 6**50),
    math.lcm(2**40, 3**40),
    math.isqrt(10**50),
)
print(
    10**30 // 7,
    10**30 % 7,
    -(10**30) // 7,
    -(10**30) % 7,
    divmod(-(10**30), 10**9 + 7),
    10**30 / 7,
    1 / 10**30,
    10**30 // 10**29,
)
attempt(lambda: 10**400 / 3)
attempt(lambda: 10**400 / 10**399)
attempt(lambda: float(10**400))
attempt(lambda: 10**400 * 1.0)
attempt(lambda: 10**20 + 0.5)
attempt(lambda: 10**20 // 0)
attempt(lambda: 10**20 % 0)
attempt(lambda: 10**20 / 0)
attempt(lambda: divmod(10**20, 0))
attempt(lambda: 1 << 100)
attempt(lambda: 1 << -1)
attempt(lambda: (1 << 100) >> 98)
attempt(lambda: -1 >> 2**70)
attempt(lambda: 0 << 2**70)
attempt(lambda: 2**70 | 1)
attempt(lambda: 2**70 & 1.0)
attempt(lambda: 2**70 + "a")
attempt(lambda: "a" + str(2**70))
attempt(lambda: "a" * 2**70)
attempt(lambda: [1] * 2**70)
attempt(lambda: [1, 2][2**70])
attempt(lambda: "abc"[2**70])
attempt(lambda: [1, 2, 3][: 2**70])
attempt(lambda: [1, 2, 3][-(2**70) :])
attempt(lambda: (1, 2, 3)[:: 2**70])
attempt(lambda: int("123456789012345678901234567890"))
attempt(lambda: int("-0xffffffffffffffffff", 16))
attempt(lambda: int("f" * 20, 16))
attempt(lambda: int(1e25))
attempt(lambda: int(-1e25))
attempt(lambda: round(1e25))
attempt(lambda: round(123456789012345678901234567890, -10))
attempt(lambda: round(25, -1))
attempt(lambda: round(35, -1))
attempt(lambda: round(-25, -1))
attempt(lambda: round(15, -2))
attempt(lambda: round(50, -2))
attempt(lambda: round(150, -2))
attempt(lambda: math.floor(1e25))
attempt(lambda: math.ceil(-1e25))
attempt(lambda: math.trunc(1e300))
attempt(lambda: math.sqrt(10**40))
attempt(lambda: math.log(10**400))
attempt(lambda: math.log2(2**1000))
attempt(lambda: math.log10(10**300))
attempt(lambda: math.sqrt(10**400))
attempt(lambda: pow(3, 200, 10**20))
attempt(lambda: pow(3, -1, 10**20))
attempt(lambda: pow(2, -1, 10**20))
attempt(lambda: pow(-3, 5, -(10**20)))
attempt(lambda: pow(10**20, 0, 1))
attempt(lambda: pow(2, 0.5))
attempt(lambda: (2**70) ** 0.5)
attempt(lambda: 2 ** -(2**70))
attempt(lambda: (2**70) ** -1)
attempt(lambda: 0 ** (2**70))
attempt(lambda: 1 ** (2**70))
attempt(lambda: (-1) ** (2**70 + 1))
attempt(lambda: 2**70 == 2.0**70)
attempt(lambda: 2**70 < 1e30)
attempt(lambda: 2**70 > float("inf"))
attempt(lambda: 2**70 < float("nan"))
attempt(lambda: 2**70 == "a")
attempt(lambda: 2**70 < "a")
attempt(lambda: {2**70: 1, 2.0**70: 2})
attempt(lambda: {2**70, 2**70 + 1, 3})
attempt(lambda: 2**70 in [1, 2**70])
attempt(lambda: hash(2**70) == hash(2.0**70))
attempt(lambda: hash(2**70))
attempt(lambda: hash(-(2**70)))
attempt(lambda: hash(2**61 - 1))
attempt(lambda: hash((2**70, 1)))
attempt(lambda: sorted([2**70, -(2**70), 5, 1e22, True]))
attempt(lambda: max(2**70, 1e30))
attempt(lambda: sum([2**63, 2**63]))
attempt(lambda: sum([0.5, 2**70]))
attempt(lambda: isinstance(2**70, int))
attempt(lambda: type(2**70))
attempt(lambda: (2**70).bit_length())
attempt(lambda: (2**70 - 1).bit_count())
attempt(lambda: (2**70).real)
attempt(lambda: (2**70).imag)
attempt(lambda: (2**70).numerator)
attempt(lambda: (2**70).denominator)
attempt(lambda: (2**70).as_integer_ratio())
attempt(lambda: (0.1).as_integer_ratio())
attempt(lambda: (1e300).as_integer_ratio())
attempt(lambda: bool(2**70))
attempt(lambda: not 2**70)
attempt(lambda: json.dumps({"a": 2**70}))
attempt(lambda: json.loads('{"a": 1180591620717411303424}'))
attempt(lambda: "%d %x %s %r %f %5.2e" % (2**70, 2**70, 2**70, 2**70, 2**70, 2**70))
attempt(lambda: "%d" % 1e25)
attempt(lambda: f"{2**70:>30}|{2**70:<30}|{2**70:^30}|{2**70:+,}|{2**70:_}|{2**70:#x}|{2**70:.3f}|{2**70:g}")
attempt(lambda: f"{2**70:c}")
attempt(lambda: "%c" % 2**70)
attempt(lambda: chr(2**70))
attempt(lambda: len(str(10**4299)))
attempt(lambda: len(str(10**4300)))
attempt(lambda: int("1" * 4301))
attempt(lambda: repr(10**5000))
attempt(lambda: random.Random(2**70).random())
attempt(lambda: random.Random(-(2**70)).random())
random.seed(5)
attempt(lambda: random.getrandbits(100))
attempt(lambda: random.getrandbits(64))
attempt(lambda: random.getrandbits(63))
attempt(lambda: random.randrange(10**30))
attempt(lambda: random.randint(-(10**20), 10**20))
attempt(lambda: random.randint(1, 2**63 - 1))
attempt(lambda: random.randint(1, 2**63))
attempt(lambda: random.randrange(0, 10**25, 10**20))
attempt(lambda: random.random())
attempt(lambda: list(range(3))[True])
attempt(lambda: math.prod([10**10] * 3))
attempt(lambda: math.fsum([2**70, 0.5]))
attempt(lambda: -1180591620717411303424)
attempt(lambda: 0xFFFF_FFFF_FFFF_FFFF)
attempt(lambda: 0b1 + 0o7777777777777777777777777)


class H:
    def __hash__(self):
        return 2**70

    def __eq__(self, o):
        return isinstance(o, H)


attempt(lambda: {H(): 1}[H()])
attempt(lambda: hash(H()))


class N(int):
    pass


attempt(lambda: N(2**70) + 1)
attempt(lambda: N(2**70))
a, b = 0, 1
for i in range(120):
    a, b = b, a + b
print(a)
y = 1
for i in range(1, 25):
    y *= i
print(y)
y //= 10**10
print(y)
y -= 2**70
print(y)
y <<= 3
y ^= 12345
print(y)


async def main():
    attempt(lambda: divmod(2**70, 2.5))
    attempt(lambda: divmod(2.5, 2**70))
    attempt(lambda: 2**70 // 2.5)
    attempt(lambda: 2.5 % 2**70)
    attempt(lambda: 5 - 2**70)
    attempt(lambda: True + 2**70)
    attempt(lambda: 2**70 * True)
    attempt(lambda: 2**63 - 2**63)
    attempt(lambda: 9223372036854775807 + 1)
    attempt(lambda: -9223372036854775808 - 1)
    attempt(lambda: abs(-9223372036854775808))
    attempt(lambda: -9223372036854775808 // -1)
    attempt(lambda: divmod(-9223372036854775808, -1))
    attempt(lambda: 3037000500 * 3037000500)
    attempt(lambda: 7**30)

    t = asyncio.create_task(asyncio.sleep(-(2**70), "neg"))
    print(await t)
    try:
        async with asyncio.timeout(2**70):
            print("in")
    except Exception as e:
        print(e)


asyncio.run(main())
attempt(lambda: 10.0**400)
attempt(lambda: 10**400 * 1.0)
attempt(lambda: 2.0 ** (2**70))
attempt(lambda: (2**2000) ** 0.5)
attempt(lambda: (2**2000) ** -1)
attempt(lambda: 2**2000 % 0.0)
attempt(lambda: 2**70 % 0.0)
attempt(lambda: pow(2.0, 10**5))
attempt(lambda: float("1e400"))
attempt(lambda: (10**30) ** 10.5)
attempt(lambda: (10**30) ** 20.5)
attempt(lambda: 0 / -(2**80))
attempt(lambda: chr(2**70))
attempt(lambda: "abc".find("b", -(2**70), 2**70))
attempt(lambda: [].insert(2**70, 1))
attempt(lambda: "%*d" % (2**70, 1))
attempt(lambda: f"{2**70:c}")
for number in (10**500, 2**2000, 10**400 + 1, -(10**500), -(2**70), 2**1024, 2**1023, 1):
    for function in (math.log, math.log2, math.log10):
        attempt(lambda: function(number))
    attempt(lambda: math.log(5, number))


class Index:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


def assign(index):
    items[index] = 5


def delete(index):
    del items[index]


items = [1, 2]
for index in (Index(7), 7, 2**70, Index(2**70)):
    for use in (lambda index: items[index], assign, delete):
        attempt(lambda: use(index))
