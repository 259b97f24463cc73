# Exceptions as objects of their classes: operators, items, calls, iteration, attributes and copies ask their methods; what is thrown as a
# class is made by it.
import asyncio
import copy


class Code(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __eq__(self, other):
        return isinstance(other, Code) and self.code == other.code

    def __hash__(self):
        return hash(self.code)

    def __lt__(self, other):
        return self.code < other.code

    def __iter__(self):
        return iter(self.args)

    def __len__(self):
        return len(self.args)

    def __getitem__(self, i):
        return self.args[i]

    def __contains__(self, x):
        return x in self.args

    def __call__(self, *a):
        return Code(self.code, *a)

    def __add__(self, other):
        return Code(self.code + other.code)

    def __format__(self, spec):
        return f"<{self.code}:{spec}>"

    def __bool__(self):
        return self.code != 0

    def __enter__(self):
        print("enter", self.code)
        return self

    def __exit__(self, *e):
        print("exit", e[0])
        return True

    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return self.code


async def operators():
    a, b = Code(1), Code(1, 2)
    print(a == b, a != b, a in [b], [b].index(a), {a: 1}.get(b), hash(a) == hash(b))
    print(sorted([Code(3), Code(1), Code(2)], key=None))
    print(list(b), len(b), b[0], 2 in b, tuple(b))
    x, y = b
    print(x, y)
    print(repr(a(5)), repr(a + b), f"{a:>3}", format(a, "q"), bool(Code(0)), bool(a))
    with a as q:
        raise b
    print(await Code(7))
    g = ExceptionGroup("g", [Code(1), Code(2)])
    print(g.exceptions[0] == Code(1))
    print(max(Code(1), Code(2)))


class Lazy(Exception):
    registry = []

    def __init_subclass__(cls, code=0, **kw):
        super().__init_subclass__(**kw)
        cls.code = code
        Lazy.registry.append(cls.__name__)

    def __getattr__(self, name):
        if name.startswith("x_"):
            return name.upper()
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name == "hidden":
            print("set", name, value)
        super().__setattr__(name, value)

    @property
    def first(self):
        return self.args[0]

    @first.setter
    def first(self, v):
        self.args = (v,) + self.args[1:]

    @classmethod
    def of(cls, *a):
        return cls(*a)

    @staticmethod
    def helper():
        return "static"

    def __copy__(self):
        return type(self)("copied", *self.args[1:])

    async def __aenter__(self):
        await asyncio.sleep(1)
        return self

    async def __aexit__(self, *e):
        print("aexit", e[0].__name__ if e[0] else None)
        return True

    def __aiter__(self):
        self.n = 0
        return self

    async def __anext__(self):
        if self.n >= 2:
            raise StopAsyncIteration
        self.n += 1
        await asyncio.sleep(0.5)
        return self.n

    def __next__(self):
        raise StopIteration

    def __index__(self):
        return 3

    def __int__(self):
        return 4

    def __float__(self):
        return 2.5

    def __neg__(self):
        return Lazy("neg")

    def __reversed__(self):
        return iter(self.args[::-1])

    def __enter__(self):
        return "in"

    def __exit__(self, *a):
        return False

    def __setitem__(self, k, v):
        print("setitem", k, v)

    def __delitem__(self, k):
        print("delitem", k)


class Sub(Lazy, code=7):
    pass


class Multi(Sub, KeyError, code=8):
    pass


async def attributes():
    e = Lazy("a", "b")
    e.hidden = 3
    print(e.hidden, e.x_foo, e.first, Lazy.registry, Sub.code, Multi.code)
    e.first = "z"
    print(e, Sub.of(1), repr(Multi.of(2)), str(Multi.of("q")), Lazy.helper())
    try:
        e.nothing
    except AttributeError as x:
        print(repr(x))
    print(repr(copy.copy(e)))
    print(repr(copy.copy(ValueError(1, 2))))
    async with e as q:
        print(q is e)
        raise Sub("s")
    async for i in e:
        print(i)
    print([10, 20, 30, 40][e], int(e), float(e), repr(-e), list(reversed(e)))
    e[1] = 2
    del e[1]
    print(isinstance(Multi(), KeyError), Multi.__mro__[1].__name__, [c.__name__ for c in Lazy.__subclasses__()])
    print(range(10)[e], "x" * e.__index__(), hasattr(e, "x_y"), hasattr(e, "y"), getattr(e, "y", 1))
    print(vars(e), e.__dict__)

    async def f():
        raise Multi("t")

    r = await asyncio.gather(f(), f(), return_exceptions=True)
    print(r, r[0] == r[1], r[0].code, type(r[0]).__bases__)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(f())
    except* Lazy as g:
        print(g.exceptions)
    d = {e: 1}
    print(d[e], e in d)
    print(callable(e))


class E(Exception):
    def __str__(self):
        return "custom"

    def __repr__(self):
        return "E!"


async def gen():
    while True:
        try:
            yield 1
        except E as e:
            print("caught", repr(e), e.args)


async def thrown():
    g = gen()
    await g.asend(None)
    print(await g.athrow(E))
    print(await g.athrow(E("x")))

    def sg():
        while True:
            try:
                yield 2
            except E as e:
                print("caught", repr(e), e.args)

    s = sg()
    next(s)
    print(s.throw(E))
    t = asyncio.create_task(asyncio.sleep(1))
    f = asyncio.get_running_loop().create_future()
    f.set_exception(E)
    try:
        await f
    except E as e:
        print(str(e), f"{e!r} {e}")

    class Init(Exception):
        def __init__(self, a=5):
            print("init", a)
            super().__init__(a)

    async def ag():
        try:
            yield 1
        except Init as e:
            print("got", e.args)
            yield 2

    h = ag()
    await anext(h)
    print(await h.athrow(Init))

    def pg():
        try:
            yield 1
        except Init as e:
            print("got", e.args)
            yield 2

    q = pg()
    next(q)
    print(q.throw(Init))

    async def co():
        try:
            await asyncio.sleep(1)
        except Init as e:
            print("co", e.args)
            return 9

    c = co()
    c.send(None)
    try:
        c.throw(Init)
    except StopIteration as s:
        print(s.value)
    f = asyncio.get_running_loop().create_future()
    f.set_exception(Init)
    try:
        await f
    except Init as e:
        print(e.args)
    t.cancel()


class Kept(Exception):
    def __init__(self, a, b=2):
        super().__init__(a, b)
        self.extra = [1]


class Bad(Exception):
    def __init__(self, a, b):
        super().__init__(a)


async def copied():
    e = Kept(1)
    e.note = "n"
    c = copy.copy(e)
    d = copy.deepcopy(e)
    print(repr(c), c.note, c.extra is e.extra, d.extra is e.extra, d.extra, c is e, type(d).__name__)
    try:
        copy.copy(Bad(1, 2))
    except TypeError as x:
        print(x)
    g = ExceptionGroup("m", [e, ValueError(3)])
    h = copy.deepcopy(g)
    print(repr(h), h.exceptions[0] is e)
    v = ValueError("x")
    v.add_note("hi")
    print(copy.copy(v).__notes__, copy.copy(asyncio.CancelledError("m")).args)
    try:
        raise v
    except ValueError as w:
        print(copy.copy(w).__traceback__, copy.copy(w).__cause__)


async def main():
    await operators()
    await attributes()
    await thrown()
    await copied()


asyncio.run(main())
