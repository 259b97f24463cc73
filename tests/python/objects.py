import asyncio
import contextlib
import functools
import itertools
from dataclasses import dataclass, field, asdict, replace, fields
from collections import Counter, OrderedDict, deque


class Timer:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        return asyncio.sleep(1, self.name).__await__()


class Lazy:
    def __await__(self):
        r = yield from asyncio.sleep(1, "lazy").__await__()
        return r


class Base:
    registry = []

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Base.registry.append(cls.__name__)

    def hello(self):
        return "base"

    @classmethod
    def make(cls):
        return cls()

    @property
    def kind(self):
        return type(self).__name__


class Mid(Base):
    def hello(self):
        return "mid+" + super().hello()


class Leaf(Mid):
    def hello(self):
        return "leaf+" + super().hello()

    @classmethod
    def make(cls):
        r = super().make()
        r.made = True
        return r

    @property
    def kind(self):
        return "*" + super().kind


@dataclass
class A:
    x: int
    y: list = field(default_factory=list)


@dataclass
class B(A):
    z: str = "z"


async def main():
    print(await Timer("t"))
    print(await Lazy())
    print(Base.registry, Leaf().hello(), Leaf.make().made, Leaf().kind, Leaf.__name__, Leaf.__base__)
    b = B(1, [2], "q")
    print(b, asdict(b), replace(b, x=5), [f.name for f in fields(b)], b == B(1, [2], "q"), b != A(1, [2]))
    try:
        {b: 1}
    except TypeError as e:
        print(e)
    with contextlib.nullcontext() as n:
        print(n)
    counter = itertools.count()
    print([next(counter) for _ in range(3)], list(itertools.zip_longest("ab", [1], fillvalue=0)))
    print(list(itertools.accumulate([1, 2, 3])), list(itertools.pairwise("abc")), list(itertools.combinations("abc", 2)))
    print(list(itertools.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.starmap(pow, [(2, 3)])), list(itertools.permutations([1, 2, 3], 2)))
    print(list(itertools.chain.from_iterable([[1], [2, 3]])), list(itertools.islice("abcdef", 1, 5, 2)), list(itertools.repeat(1, 2)))
    q = deque([1, 2, 3])
    while q:
        print(q.popleft(), end=" ")
    print()

    def gen():
        received = []
        while True:
            x = yield len(received)
            if x is None:
                break
            received.append(x)
        return received

    g = gen()
    next(g)
    print(g.send("a"), g.send("b"))
    try:
        next(g)
    except StopIteration as e:
        print(e.value)

    @contextlib.contextmanager
    def tag(name):
        print(f"<{name}>")
        try:
            yield
        except ValueError:
            print("swallowed")
        finally:
            print(f"</{name}>")

    with tag("a"), tag("b"):
        raise ValueError
    try:
        with tag("c"):
            raise KeyError("k")
    except KeyError as e:
        print("out", e, e.__context__)

    class Stack:
        def __init__(self):
            self._items = []

        def push(self, x):
            self._items.append(x)
            return self

        def __iter__(self):
            for x in reversed(self._items):
                yield x

        def __len__(self):
            return len(self._items)

    s = Stack().push(1).push(2)
    print(list(s), len(s), [x for x in s], *s, 2 in s)
    x, y = s
    print(x, y, dict(enumerate(s)), sorted(s), max(s), ",".join(str(i) for i in s))
    fn = functools.partial(print, "partial", sep="-")
    fn(1, 2)
    loop = asyncio.get_running_loop()
    loop.call_soon(functools.partial(print, "soon"), "x")
    t = asyncio.create_task(Leaf().run() if hasattr(Leaf, "run") else asyncio.sleep(0))
    t.add_done_callback(lambda t: print("done", t.done()))
    await t
    await asyncio.sleep(0)

    class Meta:
        def cb(self, t):
            print("method callback", t.result())

    t = asyncio.create_task(asyncio.sleep(0, 5))
    t.add_done_callback(Meta().cb)
    await t
    await asyncio.sleep(0)
    try:
        raise ValueError("a") from KeyError("b")
    except ValueError as e:
        print(repr(e.__cause__), e.__suppress_context__)


asyncio.run(main())
