# What is copied, what is shared, and who says so: `__deepcopy__` with its memo, slots, `__reduce__`, `__getstate__`, classes below built-in types.
import collections
import copy
import dataclasses
import enum


class Node:
    def __init__(s, v):
        s.v, s.next = v, None

    def __deepcopy__(s, memo):
        if id(s) in memo:
            return memo[id(s)]
        n = Node(s.v + 1)
        memo[id(s)] = n
        n.next = copy.deepcopy(s.next, memo)
        return n


a = Node(1)
a.next = Node(2)
a.next.next = a
b = copy.deepcopy(a)
print(b.v, b.next.v, b.next.next is b)


class Has:
    def __init__(self):
        self.l = [1]

    def copy(self):
        return "method"


h = Has()
c = copy.copy(h)
print(type(c).__name__, c.l is h.l, copy.deepcopy(h).l is h.l)


class Slotted:
    __slots__ = ("x", "y", "z")

    def __init__(self):
        self.x, self.y = [1], 2


class More(Slotted):
    __slots__ = ("w",)


s = More()
s.w = {"k": s}
t = copy.copy(s)
u = copy.deepcopy(s)
print(t is s, t.x is s.x, u.x == s.x, u.x is s.x, u.w["k"] is u, hasattr(u, "z"))


class Stack(list):
    def __init__(self, *a):
        super().__init__(*a)
        self.note = ["n"]


st = Stack([1, [2]])
k = copy.copy(st)
m = copy.deepcopy(st)
print(type(k).__name__, k, k.note is st.note, type(m).__name__, m, m[1] is st[1], m.note is st.note)


class Bag(dict):
    pass


bag = Bag(a=[1])
bag.self = bag
x = copy.deepcopy(bag)
print(type(x).__name__, x, x.self is x, x["a"] is bag["a"], type(copy.copy(bag)).__name__)


class State:
    def __init__(self):
        self.a, self.cache = 1, "big"

    def __getstate__(self):
        d = self.__dict__.copy()
        del d["cache"]
        return d

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = "fresh"


print(vars(copy.copy(State())), vars(copy.deepcopy(State())))


class Red:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return Red, (self.n + 1,)


print(copy.copy(Red(1)).n, copy.deepcopy(Red([1]) if 0 else Red(1)).n)


class Color(enum.Enum):
    RED = 1


@dataclasses.dataclass
class D:
    l: list = dataclasses.field(default_factory=list)
    c: Color = Color.RED
    f: object = print


d = D([1, [2]])
e = copy.deepcopy(d)
print(e == d, e.l is d.l, e.c is d.c, e.f is d.f)
dq = collections.deque([[1], 2], maxlen=3)
dd = collections.defaultdict(list, {"a": [1]})
od = collections.OrderedDict(z=1, a=[2])
cn = collections.Counter("aab")
P = collections.namedtuple("P", "x y")
for o in (dq, dd, od, cn, P([1], 2), (1, [2]), b"x", bytearray(b"y"), range(3), slice(1)):
    cc, dc = copy.copy(o), copy.deepcopy(o)
    print(type(cc).__name__, cc == o, cc is o, dc == o, dc is o)
shared = [1]
y = copy.deepcopy([shared, shared, (shared,)])
print(y[0] is y[1], y[2][0] is y[0])
loop = []
loop.append(loop)
z = copy.deepcopy(loop)
print(z[0] is z, z is loop)
try:
    copy.deepcopy([x for x in "a"] + [(i for i in ())])
except TypeError as e:
    print(e)
memo = {}
copy.deepcopy(shared, memo)
print(id(shared) in memo, memo[id(shared)] == [1])
err = ValueError("a", [1])
err.extra = [5]
ec = copy.deepcopy(err)
print(repr(ec), ec.args[1] is err.args[1], ec.extra, ec.extra is err.extra)


class Slow:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


print(copy.copy(Slow()), copy.deepcopy([Slow()]))
