import enum, json
class S(enum.StrEnum): A = enum.auto()
class K(str, enum.Enum): B = "b"
class I(enum.IntEnum): ONE = 1
class M(int, enum.Enum): TWO = 2
class F(enum.IntFlag): X = 1
for m in (S.A, K.B, I.ONE, M.TWO, F.X):
    print(isinstance(m, str), isinstance(m, int))
print(S.A.upper(), K.B + "c", I.ONE + 1, "x".join([K.B, S.A]))
print(json.dumps([I.ONE, M.TWO, S.A, K.B, F.X]), json.dumps({S.A: K.B}))
