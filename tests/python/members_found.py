# Enumerations: values that no member has, members made by __new__, classes made of names, and what may not be changed.
import enum
from enum import Enum, IntFlag, Flag, IntEnum
class M(IntFlag):
    A=1;B=2;C=4
print(M(8), repr(M(8)), M(8).name, repr(M(9)), M(9).name, M(24).name, M(9) in M, list(M(9)), len(M(9)), ~M(9), repr(~M.A), repr(M.A|16), M(0).name, repr(M(0)))
class P(Flag):
    A=1;B=2
for v in (4,-4,8):
    try: print(P(v))
    except ValueError as e: print(e)
class Coord(Enum):
    X = 1, "ex"
    Y = 2, "why"
    def __new__(cls, value, label):
        obj = object.__new__(cls)
        obj._value_ = value
        obj.label = label
        return obj
print(Coord(1), Coord.Y.label, repr(Coord.X), Coord.X.value)
class Err(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        if value == 2: return 3
        if value == 3: raise KeyError(value)
        if value == 4: raise ValueError("mine")
        if value == 5: return cls.A
for v in (2,3,4,5,6):
    try: print(Err(v))
    except Exception as e: print(type(e).__name__, e, repr(e.__context__))
class Ordered(Enum):
    def __ge__(self, other):
        return self.value >= other.value if self.__class__ is other.__class__ else NotImplemented
    def __lt__(self, other):
        return self.value < other.value if self.__class__ is other.__class__ else NotImplemented
class Grade(Ordered):
    A = 5
    F = 1
print(Grade.A >= Grade.F, sorted(Grade), min(Grade))
class Str(str, Enum):
    ONE = "one"
print(Str.ONE, f"{Str.ONE}", Str.ONE == "one", Str.ONE.upper(), repr(Str.ONE), Str("one"), isinstance(Str.ONE, str))
class Num(int, Enum):
    ONE = 1
    TWO = 2
print(Num.ONE + Num.TWO, Num.TWO, f"{Num.TWO}", Num(2), [Num.ONE, 5][Num.ONE])
def names(**kw): return sorted(kw)
print(names(**{m.name: m.value for m in M}), M.A.name, M["B"], {m: i for i, m in enumerate(Grade)}[Grade.F], dir(Grade.A)[-2:])
for f in (lambda: Grade.A.B, lambda: delattr(Grade, "A"), lambda: Grade("x"), lambda: Grade.__members__["Z"], lambda: Grade.A(1), lambda: len(Grade.A), lambda: Grade.A + 1, lambda: 1 in Grade):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
Animal = Enum("Animal", "CAT DOG")
Http = IntEnum("Http", {"OK": 200, "GONE": 410})
Size = Enum("Size", ["S", "M"], start=5)
print(list(Animal), Animal.DOG.value, Http(410), Http.OK + 1, list(Size), list(reversed(Animal)))
print(issubclass(Http, int), issubclass(Animal, int), Http.GONE.bit_length(), [x in Animal for x in Animal])
try:
    print(1 in Animal, 7 in Animal, Http.OK in Animal)
except TypeError as e:
    print(e)
