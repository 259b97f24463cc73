import enum
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique
class S(Enum):
    A = 1
    B = 2
    C = auto()
    ALIAS = 1
    def desc(self): return self.name.lower()
    @classmethod
    def default(cls): return cls.A
print(S.A, repr(S.B), S.C.value, S["A"], S(2), list(S), S.ALIAS is S.A, S.A.desc(), S.default(), len(S), S.A in S, {S.A: 1}[S.A])
try: S(9)
except ValueError as e: print(e)
class P(IntEnum):
    LOW = 1
    HIGH = 5
print(P.LOW < P.HIGH, P.LOW + 1, sorted([P.HIGH, P.LOW]), P.LOW == 1, str(P.LOW), f"{P.LOW}", repr(P.LOW), max(P))
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
print(F.R | F.W, F.R in (F.R | F.W), bool(F.R & F.W), (F.R | F.X).value, F.X.value)
class Str(str, Enum):
    A = "a"
print(Str.A == "a", Str.A.value, repr(Str.A), Str.A.upper())
print(type(S.A), isinstance(S.A, S), S.__members__.keys())
print([m.name for m in S], hash(S.A) == hash(S.A))
