import functools
def f(): "d"
f.x = 1
print(f.__dict__)
class A:
    if 1 > 0:
        def m(self): return 1
    else:
        def n(self): return 2
print(A().m(), hasattr(A, "n"))
class A:
    def __init__(self, **kw):
        self.__dict__.update(kw)
a = A(x=1, y=2)
print(a.x, a.y, vars(a))
a.__dict__["z"] = 3
print(a.z)
vars(a)["q"] = 4
print(a.q, a.__dict__)
a.__dict__ = {"w": 1}
print(a.w, hasattr(a, "x"))
a.__dict__.clear()
print(vars(a))

class Borg:
    shared = {}
    def __init__(self): self.__dict__ = self.shared
b, c = Borg(), Borg()
b.v = 1
print(c.v, Borg.shared, b.__dict__ is c.__dict__, vars(b) is Borg.shared)
def f(): pass
f.tag = 1
print(f.__dict__, vars(f))
e = ValueError("x"); e.extra = 5
print(e.__dict__, vars(e))
try:
    a.__dict__ = 5
except TypeError as e:
    print(e)
for name, value in list(a.__dict__.items()):
    del a.__dict__[name]
print(vars(a), "w" in a.__dict__)


@functools.wraps(f)
def g():
    pass


print(g.tag, functools.partial(functools.partial(print, 1), 2, sep="-").args)
