# What stands for a number: members of enumerations, and objects with an __index__. And what print refuses, and bytes by their digits.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: print(sep=1)); t(lambda: print(end=2)); t(lambda: print("x", "y", sep=1)); t(lambda: print("x", end=1))
import enum
class Op(enum.IntEnum):
    A = 1
class Idx:
    def __index__(self): return 2
i = Idx()
t(lambda: [1, 2, 3][i]); t(lambda: [1, 2, 3][:i]); t(lambda: "abc"[i:]); t(lambda: range(i)); t(lambda: list(range(10))[::i]); t(lambda: hex(i)); t(lambda: chr(i + 1) if hasattr(i, "__add__") else "x"); t(lambda: round(1.2345, i)); t(lambda: "%x" % i); t(lambda: "%d" % i); t(lambda: int(i)); t(lambda: float(i)); t(lambda: bytes(i)); t(lambda: [0] * i); t(lambda: "a" * i); t(lambda: i * "a"); t(lambda: "abc".center(i)); t(lambda: [1, 2, 3].pop(i)); t(lambda: [1].insert(i, 5)); t(lambda: divmod(i, 2)); t(lambda: "a,b,c,d".split(",", i)); t(lambda: (1, 2, 3)[-i:]); t(lambda: "abc".find("c", i)); t(lambda: bin(i)); t(lambda: pow(2, i)); t(lambda: list(__import__) if False else sum([1], 2)); t(lambda: bytes([i]))
def setter():
    l = [1, 2, 3, 4]
    l[i:] = [9]
    del l[:i]
    l[0] = i.__index__()
    return l
t(setter)
import enum
class N(int, enum.Enum):
    A = 3
t(lambda: [N.A & 1, N.A | 4, 7 // N.A, N.A ** 2, -N.A, ~N.A, N.A << 1, divmod(7, N.A), "%d" % N.A, hex(N.A), list(range(N.A)), "abcd"[N.A], "abcd"[:N.A]])
class S(str, enum.Enum):
    A = "a"
t(lambda: [S.A + "b", S.A * 2, S.A < "b", len(S.A), S.A[0], "a" in S.A, S.A.upper(), "%s" % S.A, S.A == "a", {S.A: 1}["a"], S.A.value])
t(lambda: "%f" % i); t(lambda: "%s|%5.1f" % (Op.A, Op.A))
t(lambda: (b"Hello, World".hex(" ", 2), b"abcde".hex("-", -2), b"abc".hex(":"), b"".hex("-"), str(b"x", "ascii"), bytes.fromhex("00 ff")))
for digits in ("0g", "abc", "zz", "ab c"):
    t(lambda: bytes.fromhex(digits))
t(lambda: [bytes([Op.A, 2]), bytes(Op.A), bytearray([Op.A]), chr(Op.A), [1, 2][Op.A], "ab" * Op.A, range(Op.A), hex(Op.A), round(2.345, Op.A)])
t(lambda: [list(range(5))[Op.A :], f"{Op.A:02x}", "%d" % Op.A, divmod(Op.A, 2), 1 << Op.A, Op.A & 1, -Op.A, ~Op.A, 5 - Op.A, 2**Op.A, Op.A**2])
t(lambda: [sum([Op.A, Op.A]), max(Op.A, 5), float(Op.A), {1: "x"}[Op.A], Op.A == 1.0, "abc"[Op.A], bin(Op.A), int(Op.A), abs(Op.A), Op.A / 2])
t(lambda: [7 // Op.A, 7 % Op.A, Op.A | 2, Op.A ^ 3, 3 & Op.A, Op.A >> 1, bool(Op.A), [Op.A].index(1), sorted([3, Op.A]), b"ab"[Op.A], list(range(Op.A, 3))])
t(lambda: [("aé€😀").encode("ascii", errors) for errors in ("replace", "ignore", "backslashreplace", "xmlcharrefreplace")])
t(lambda: [b"\xffa\xe9".decode("utf-8", errors) for errors in ("replace", "ignore", "backslashreplace")])
t(lambda: b"a".decode("nope"))
t(lambda: "é".encode("ascii", "nope"))
t(lambda: b"\xff".decode("ascii", "nope"))
