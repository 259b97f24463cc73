import asyncio, types
T = type("T", (object,), {"x": 1, "hi": lambda self: self.x})
print(T().hi(), T.__name__, T.__mro__[-1] is object)
U = type("U", (T,), dict(x=5))
print(U().hi(), isinstance(U(), T), U.__bases__[0] is T)
class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.extra = 1
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v):
        print("set", k)
        super().__setitem__(k, v)
d = D(a=1)
d["b"] = 2
print(d, d["zz"], d.extra, isinstance(d, dict), len(d), list(d), d == {"a": 1, "b": 2}, dict(d))
class L(list):
    def push(self, x):
        self.append(x)
        return self
l = L([1, 2])
print(l.push(3), len(l), l[0], l[1:], sum(l), isinstance(l, list), type(l).__name__, sorted(l, reverse=True))
class I(int):
    def __repr__(self): return f"I({int(self)})"
i = I(3)
print(i, i + 1, i == 3, {3: "x"}[i], isinstance(i, int), [i], f"{i:03d}")
print(divmod(i, 2), divmod(7, i), divmod(i, i), pow(i, 2, 5), i ** 2, 2 ** i)
class Power:
    def __pow__(self, exponent, modulus=None): return exponent, modulus
    __slots__ = ("full", "empty")
print(pow(Power(), 2), pow(Power(), 2, 3), Power() ** 4)
for name in ("empty", "other"):
    try: delattr(Power(), name)
    except AttributeError as error: print(error)
try: del (5).other
except AttributeError as error: print(error)
class S(str):
    def shout(self): return self.upper() + "!"
s = S("abc")
print(s, s.shout(), s + "d", s == "abc", len(s), s[0], isinstance(s, str), repr(s))
class T2(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
t = T2(1, 2)
print(t, t.first, len(t), t == (1, 2))
class Fl(float): pass
print(Fl(1.5) + 1)
class St(set): pass
x = St([1])
x.add(2); print(len(x), 2 in x, x == {1, 2})
class E(Exception):
    def __init__(self, code, *a):
        super().__init__(code, *a)
        self.code = code
    def __str__(self): return f"E code {self.code}"
try: raise E(4, "x")
except E as e: print(e, repr(e), e.args, e.code)
class E2(KeyError): pass
try: raise E2("k")
except KeyError as e: print(e, repr(e))
class Q0(dict): pass
q0 = Q0(a=1); q0.attr = 5; print(q0, q0.attr, q0 == {'a': 1}, {**q0}, dict(q0), 'a' in q0, list(q0.items()), isinstance(q0, dict), bool(Q0()))
class N(int):
    def __new__(cls, v, extra): o = super().__new__(cls, v); o.extra = extra; return o
n = N(3, 'e'); print(n, n + 1, n.extra, n == 3, [10,20,30,40][n], n > 2, sorted([N(3,1), N(1,2)]), isinstance(n, int), max(n, 2))
class Q(asyncio.Queue):
    def _init(self, n): self._queue = []
    def _put(self, i): self._queue.append(i); self._queue.sort()
    def _get(self): return self._queue.pop(0)
async def main():
    q = Q()
    for i in (3,1,2): q.put_nowait(i)
    print(await q.get())
asyncio.run(main())
