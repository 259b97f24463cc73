class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        print("eq", self, o)
        return isinstance(o, K) and self.v == o.v
    def __hash__(self):
        print("hash", self); return hash(self.v)
    def __repr__(self): return f"K({self.v})"
a, b, c = K(1), K(1), K(2)
d = {a: 1}
print("set b"); d[b] = 2
print("set c"); d[c] = 3
print("get"); print(d[b], d.get(c), d.get(K(5)))
print("in", K(2) in d)
print("pop", d.pop(K(1)))
print("setdefault", d.setdefault(K(9), 4), d.setdefault(K(9), 5))
print("update"); d.update({K(9): 6, K(2): 7}); print(d)


class Quiet(K):
    def __eq__(self, other):
        return isinstance(other, K) and self.v == other.v

    def __hash__(self):
        return hash(self.v)


one, two, three = Quiet(1), Quiet(2), Quiet(3)
s = {Quiet(1), Quiet(2), Quiet(1)}
s2 = {two, three}
print(len(s), len(s & s2), len(s | s2), len(s - s2), len(s ^ s2), one in s, three in s, s.isdisjoint(s2))
print({one} == {Quiet(1)}, {one} == {three}, {one} <= s, frozenset([one]) == frozenset([Quiet(1)]))
s.discard(Quiet(1))
s.remove(Quiet(2))
print(len(s))
try:
    s.remove(Quiet(2))
except KeyError as e:
    print("KeyError", e.args)
print("dict eq"); print({K(1): 2} == {K(1): 2})
print("tuple"); t = {(1, K(1)): "x"}; print(t[(1, K(1))], (1, K(2)) in t)
class HE:
    def __hash__(self): raise ValueError("hash error")
    def __eq__(self, o): return True
try: {HE(): 1}
except ValueError as e: print(e)
class EE:
    def __init__(self): pass
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("eq error")
x = {EE(): 1}
try: x[EE()]
except ValueError as e: print(e)
print(hash(1), hash(1.0), hash(True), hash(2**61-1), hash(-1), hash(1.5), hash(0.1), hash(-3.25), hash((1,2)), hash(()), hash((1,(2,3),-1)), hash(1e300), hash(float("inf")))
class Bad:
    def __hash__(self): return "x"
try: hash(Bad())
except TypeError as e: print(e)
print(len({Quiet(i % 3) for i in range(5)}), id(a) == id(a), id(a) == id(b), hash(a) == hash(b), hash("a") == hash("a"))
print(list({k.v: k for k in d}), [k for k in d][0], dict.fromkeys([K(7), K(7)]), d.popitem())
