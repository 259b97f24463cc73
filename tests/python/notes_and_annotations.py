# Notes are a list that an exception keeps as an attribute; annotations that are texts say what is in them; tracebacks are compared.
e = ValueError("x")
print(hasattr(e, "__notes__"))
e.add_note("a")
e.__notes__.append("b")
print(e.__notes__, e.__notes__ is e.__notes__, vars(e))
e.__notes__ = ["c"]
e.add_note("d")
print(e.__notes__)
e.__notes__ = "text"
try:
    e.add_note("f")
except TypeError as x:
    print(x)
del e.__notes__
print(hasattr(e, "__notes__"))
g = ExceptionGroup("g", [ValueError(1), TypeError(2)])
g.add_note("n")
a, b = g.split(ValueError)
print(a.__notes__, a.__notes__ is g.__notes__, b.__notes__)
a.add_note("only a")
print(g.__notes__, b.__notes__, a.__notes__)
try:
    try:
        raise g
    except* ValueError as s:
        print(s.__notes__)
        s.add_note("s")
except ExceptionGroup as r:
    print(r.__notes__, g.__notes__)
class A:
    x: int
    y: "str" = 3
    z: 'list["A"]' = 4
print(A.__annotations__)
def f(a: "A", *, b: 'list["B"]' = 1) -> "None": pass
print(f.__annotations__)


def f():
    raise ValueError("x")
try:
    f()
except ValueError as e:
    v = e
    print(e.__traceback__ is e.__traceback__, e.__traceback__ == v.__traceback__)
    t = e.__traceback__
g = ExceptionGroup("g", [ValueError(1), TypeError(2)])
try:
    raise g
except ExceptionGroup as e:
    a, b = e.split(ValueError)
    print(a.__traceback__ is e.__traceback__, b.__traceback__ == g.__traceback__)
    print(e.subgroup(ValueError).__traceback__ is e.__traceback__, e.derive([KeyError()]).__traceback__)
try:
    try:
        raise g
    except* ValueError as e:
        print(e.__traceback__ == g.__traceback__, e.__traceback__ is g.__traceback__)
        first = e
        raise
except ExceptionGroup as e2:
    print(e2 is g, e2.__traceback__ == g.__traceback__, e2.__traceback__ == first.__traceback__)
    for x in e2.exceptions:
        print(repr(x), x.__traceback__)
try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        orig = e
        raise
except ExceptionGroup as exc:
    print(repr(exc), [repr(x) for x in exc.exceptions])
    print(exc.__traceback__ == orig.__traceback__)
try:
    orig = ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    try:
        raise orig
    except* ValueError as e:
        raise e
except ExceptionGroup as exc:
    print(repr(exc), [repr(x) for x in exc.exceptions])
    for x in exc.exceptions:
        print(x.__traceback__ == orig.__traceback__, x.__context__ == orig.__context__, x.__cause__ is None)
t1 = v.__traceback__
w = v.with_traceback(None)
print(v.__traceback__, w is v)
v.__traceback__ = t1
print(v.__traceback__ is t1, v.__traceback__ == t1)
k = KeyError("k").with_traceback(t1)
print(k.__traceback__ is t1, k.__traceback__ == v.__traceback__)
try:
    raise k
except KeyError:
    print(k.__traceback__ is t1)
