import asyncio
from collections.abc import Iterator


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Shelf:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __contains__(self, x):
        print("contains?", x)
        return x in self.items

    def __call__(self, a, b=2, *rest, **kw):
        return a, b, rest, kw

    def __bool__(self):
        print("bool?")
        return len(self.items) > 1

    def __add__(self, other):
        return Shelf(self.items + other.items)

    def __radd__(self, other):
        return ("radd", other)

    def __iadd__(self, other):
        self.items.append(other)
        return self

    def __str__(self):
        return "shelf of " + ", ".join(map(str, self.items))

    def __format__(self, spec):
        return f"<{spec}>"

    def __hash__(self):
        return 1

    def __getattr__(self, name):
        if name.startswith("magic"):
            return name * 2
        raise AttributeError(f"no {name}")


class Ticker:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(1)
        return self.i


class Bad:
    def __repr__(self):
        return 3

    async def __aenter__(self):
        pass


class Quiet(Exception):
    code = 7

    def __str__(self):
        return f"quiet {self.args}"


class Loud(Quiet):
    def __init__(self, a, b=3):
        self.a = a

    @property
    def double(self):
        return self.a * 2

    def shout(self):
        return self.double


def gen():
    try:
        x = yield 1
        print("x", x)
        try:
            yield 2
        except KeyError as e:
            print("thrown", repr(e))
            yield 3
    finally:
        print("fin")
    return 9


def sub():
    try:
        r = yield from gen()
        print("sub r", r)
    except ValueError as e:
        print("sub caught", e)
        yield "after"


async def agen():
    try:
        for i in range(5):
            got = yield i
            if got:
                print("sent", got)
            await asyncio.sleep(1)
    except ValueError as e:
        print("agen", e)
        yield "v"
    finally:
        await asyncio.sleep(1)
        print("agen fin")


async def main():
    print(list(Countdown(3)), [x for x in Countdown(2)], sum(Countdown(4)), max(Countdown(3)), tuple(Countdown(2)), 1 in Countdown(3))
    a, b = Countdown(2)
    print(a, b, *Countdown(2), sorted(Countdown(3)), dict(zip("ab", Countdown(2))))
    s = Shelf([1, 2, 3])
    print(len(s), s[0], s[-1], s[1:], 2 in s, 5 not in s, list(s), [*s])
    s[0] = 9
    del s[1]
    print(s, f"{s:>3}", f"{s!s:>20}|", s(1), s(1, 3, 4, k=5), bool(s))
    if not s:
        print("empty")
    while s:
        del s[0]
    print((s + Shelf([5])).items, 3 + s, s.magic_x)
    s += 4
    print(s.items)
    try:
        s.other
    except AttributeError as e:
        print(e)
    print(hasattr(s, "zzz"), getattr(s, "zz", 5), callable(s), vars(Countdown(2)))
    async for i in Ticker(2):
        print(i)
    print([i async for i in Ticker(2) if i > 1])
    try:
        repr(Bad())
    except TypeError as e:
        print(e)
    for bad in (Bad(), Shelf([])):
        try:
            async with bad:
                pass
        except TypeError as e:
            print(e)
        try:
            with bad:
                pass
        except TypeError as e:
            print(e)
    try:
        raise Loud(4)
    except Quiet as e:
        print(e, repr(e), e.code, e.double, e.shout(), e.args)
    g = gen()
    print(next(g), g.send("s"), g.throw(KeyError("k")))
    try:
        next(g)
    except StopIteration as e:
        print("end", e.value)
    g = sub()
    print(next(g), next(g))
    print(g.throw(ValueError("boo")))
    print(list(g))
    g = sub()
    next(g)
    g.close()
    g.close()
    try:
        g = gen()
        g.send(1)
    except TypeError as e:
        print(e)

    def bad():
        yield 1
        raise StopIteration

    try:
        list(bad())
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    ag = agen()
    print(await ag.__anext__(), await ag.asend("hey"), await anext(ag) if False else None)
    print(await ag.athrow(ValueError("v")))
    await ag.aclose()
    ag = agen()
    async for x in ag:
        if x == 1:
            break
    await ag.aclose()
    try:
        await ag.__anext__()
    except StopAsyncIteration:
        print("stopped")

    class Local:
        pass

    l = Local()
    l.x = 1
    l.y = l
    del l.x
    print(hasattr(l, "x"), Local.__qualname__, Local, type(l) is Local)
    setattr(l, "q", 5)
    print(l.q, isinstance(l, (int, Local)), isinstance(Local, type))
    try:
        l()
    except TypeError as e:
        print(e)
    try:
        l[0]
    except TypeError as e:
        print(e)
    try:
        for i in l:
            pass
    except TypeError as e:
        print(e)
    try:
        l < l
    except TypeError as e:
        print(e)
    try:
        await l
    except TypeError as e:
        print(e)
    try:
        len(l)
    except TypeError as e:
        print(e)
    try:
        Local(3)
    except TypeError as e:
        print(e)
    try:
        l + 1
    except TypeError as e:
        print(e)
    print({l: 1}[l], l == l, l != 3)


asyncio.run(main())
