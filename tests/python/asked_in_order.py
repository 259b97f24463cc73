"""In what order things are asked: a method is looked for before its arguments are evaluated, and every key is asked for its hash."""


class N:
    def __init__(self, i):
        self.i = i

    def __getattr__(self, n):
        print("getattr", n, self.i)
        return (lambda *a: a) if n[0] == "m" else n


class Q:
    @property
    def p(self):
        print("prop")
        return 1

    def __index__(self):
        print("index")
        return 0

    def __add__(self, o):
        print("add")
        return self

    def __neg__(self):
        print("neg")
        return self

    def __getitem__(self, i):
        print("getitem")
        return 1

    def __eq__(self, o):
        print("eq")
        return True

    def __bool__(self):
        print("bool")
        return True

    def __str__(self):
        print("str")
        return "s"

    def __repr__(self):
        print("repr")
        return "Q"

    def __len__(self):
        print("len")
        return 3

    def __iter__(self):
        print("iter")
        return iter([1])

    def __contains__(self, x):
        print("contains")
        return True


def f():
    print("f")
    return N(9)


c = N(1)
q = Q()
print(c.m(c.arg))
print(c.m(q.p))
print(c.m(q + 1))
print(c.m(-q))
print(c.m(q[0]))
print(c.m(q == 1))
print(c.m(not q))
print(c.m(f"{q}"))
print(c.m(len(q)))
print(c.m([*q]))
print(c.m((q.p, 1)))
print(c.m({"a": q.p}))
print(c.m(1 in q))
print(c.m(q.p if q else 1))
print(c.m(q or 1))
print(c.m(lambda: 1) is None)
print(c.m([x for x in q]))
print(c.m(*q))
print(c.m(a=q.p) if 0 else 1)
print(c.m(c.arg, c.arg2, f().x))
print(c.m1.m2 if 0 else 1)
print(c.m1(c.m2(c.arg)))
print(f().m(q.p))
print(c.n if 0 else 2)


def g():
    print(c.m(c.arg))
    print(q.p + c.arg2.__len__())
    print([c.m, c.b][1])


g()
c.z = c.arg
c.zz = f().x
print(c.z)
d = {}
d[c.arg] = c.val
print(
    d,
    c.a == c.b,
    c.a < c.b < c.c,
    c.a + c.b * 2,
    (c.a, c.b),
    [c.a, c.b],
    {c.a: c.b},
    {c.a, c.b} and 1,
    f"{c.a}{c.b}",
    c.a[0:1],
    c.b[len(c.a) : len(c.c)],
)
print(c.a if c.b else c.d, c.x and c.y or c.w, not c.e, c.a is c.b, c.a in c.b)
print(max(c.a, c.b), print(c.f), c.a.upper(), c.a.join([c.b, c.d]))


class Hashed:
    def __hash__(self):
        print("hash")
        return 1


def keys():
    f"{1}"
    {Hashed(): 1}
    {Hashed(): 1}
    x = {Hashed(): 1}
    return {Hashed(): 2}


keys()
