class C:
    def __len__(self):
        print("len")
        return 2

    def __iter__(self):
        print("iter")
        return iter([1, 2])

    def __lt__(self, o):
        print("lt")
        return NotImplemented

    def __gt__(self, o):
        print("gt")
        return NotImplemented

    def __eq__(self, o):
        print("eq")
        return NotImplemented

    def __add__(self, o):
        print("add")
        return NotImplemented

    def __radd__(self, o):
        print("radd")
        return NotImplemented

    def __contains__(self, o):
        print("contains")
        return 3


c = C()
for f in [
    lambda: list(c),
    lambda: [*c],
    lambda: tuple(c),
    lambda: sorted(c),
    lambda: sum(c),
    lambda: c < 3,
    lambda: c < C(),
    lambda: 3 < c,
    lambda: c == C(),
    lambda: c != 3,
    lambda: c in [c],
    lambda: 3 in c,
    lambda: c + 1,
    lambda: 1 + c,
    lambda: c + C(),
    lambda: dict.fromkeys(c),
    lambda: max(c),
    lambda: [x for x in c],
    lambda: "".join(str(x) for x in c),
    lambda: bool(c),
    lambda: list(map(str, c)),
    lambda: list(zip(c, c)),
    lambda: c >= 3,
    lambda: (lambda *a: a)(*c),
    lambda: list(enumerate(c)),
    lambda: list(reversed([*c])),
    lambda: [].extend(c),
    lambda: c <= C(),
]:
    try:
        print(f())
    except TypeError as e:
        print("TypeError", e)


class D(C):
    def __len__(self):
        print("len")
        return 2


class H:
    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        print("next")
        raise StopIteration

    def __length_hint__(self):
        print("hint")
        return 4


h = H()
print(list(h), tuple(h), [*h])


class A:
    def __eq__(self, o):
        print("A eq")
        return NotImplemented

    def __lt__(self, o):
        print("A lt")
        return NotImplemented

    def __gt__(self, o):
        print("A gt")
        return NotImplemented

    def __add__(self, o):
        print("A add")
        return NotImplemented

    def __radd__(self, o):
        print("A radd")
        return NotImplemented

    def __sub__(self, o):
        print("A sub")
        return 1


class B(A):
    def __eq__(self, o):
        print("B eq")
        return NotImplemented

    def __gt__(self, o):
        print("B gt")
        return True

    def __radd__(self, o):
        print("B radd")
        return 3


class N:
    def __ne__(self, o):
        print("ne")
        return NotImplemented


class E2:
    def __eq__(self, o):
        print("E2 eq")
        return True


for f in [
    lambda: A() == B(),
    lambda: B() == A(),
    lambda: A() < B(),
    lambda: A() != B(),
    lambda: A() + B(),
    lambda: B() + A(),
    lambda: A() - B(),
    lambda: N() != N(),
    lambda: E2() != E2(),
    lambda: 3 != E2(),
    lambda: E2() != A(),
    lambda: A() > 3,
    lambda: [A()] == [A()],
    lambda: A() in [1, A()],
    lambda: {A: 1} == {A: 1},
    lambda: (A(), 1) < (A(), 2),
    lambda: sorted([B(), A()]),
    lambda: max(A(), B()),
    lambda: [A()].index(3),
    lambda: [A(), 3].count(3),
    lambda: 3 == A(),
    lambda: "a" < A(),
]:
    try:
        print(str(f())[:20])
    except (TypeError, ValueError) as e:
        print(type(e), e)


class Named(tuple):
    def __new__(cls, *parts):
        return tuple.__new__(cls, parts)

    def __getattr__(self, name):
        return f"no {name}"


named = Named(1, 2, 2)
print(named.count(2), named.index(2), named.other, len(named))


class Stands:
    @property
    def __class__(self):
        return Named


print(isinstance(Stands(), Named), isinstance(Stands(), (int, str)), isinstance(Stands(), tuple), type(Stands()).__name__)
