# functools, itertools, collections and heapq: what they answer, and what they refuse.
import functools
import itertools
import collections
import heapq


def attempt(what, call):
    try:
        print(what, repr(call()))
    except BaseException as error:
        print(what, repr(error))


def partials():
    p = functools.partial(print, 1, sep="-")
    attempt("attrs", lambda: (p.func is print, p.args, p.keywords))
    attempt("nest", lambda: functools.partial(functools.partial(max, 1), 2).args)
    attempt("call", lambda: functools.partial(int, base=2)("101"))
    attempt("none", lambda: functools.partial())
    attempt("bad", lambda: functools.partial(3))
    attempt("override", lambda: functools.partial(dict, a=1)(a=2, b=3))
    p2 = functools.partial(max)
    p2.x = 3
    attempt("attr", lambda: p2.x)
    attempt("repr", lambda: functools.partial(int, 3, base=4))


def reducing():
    attempt("sum", lambda: functools.reduce(lambda a, b: a + b, [1, 2, 3], 10))
    attempt("one", lambda: functools.reduce(max, [3]))
    attempt("empty", lambda: functools.reduce(max, []))
    attempt("initial", lambda: functools.reduce(max, [], 3))
    attempt("args", lambda: functools.reduce(max))
    attempt("noniter", lambda: functools.reduce(max, 3))
    attempt("kw", lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


def caching():
    calls = []

    @functools.lru_cache(maxsize=2)
    def f(x, y=0):
        calls.append((x, y))
        return x + y

    attempt("f", lambda: [f(1), f(1), f(2), f(3), f(1), f(1.0), f(1, y=2), f(1, 2), f(x=1)])
    attempt("info", lambda: f.cache_info())
    attempt("calls", lambda: calls)
    attempt("params", lambda: f.cache_parameters())
    f.cache_clear()
    attempt("info", lambda: (f.cache_info(), f.cache_info().hits, f.cache_info()[3], tuple(f.cache_info()), f.cache_info() == (0, 0, 2, 0)))
    attempt("unhashable", lambda: f([]))

    @functools.lru_cache
    def g(x):
        if x < 2:
            return x
        return g(x - 1) + g(x - 2)

    attempt("fib", lambda: (g(30), g.cache_info()))

    @functools.cache
    def h(*args, **kw):
        raise ValueError(args)

    attempt("raises", lambda: h(1))
    attempt("raises", lambda: (h.cache_info()))

    @functools.lru_cache(maxsize=0)
    def z(x):
        return x

    attempt("zero", lambda: (z(1), z(1), z.cache_info()))

    @functools.lru_cache(typed=True)
    def t(x):
        return type(x).__name__

    attempt("typed", lambda: (t(1), t(1.0), t(True), t.cache_info()))
    attempt("bad", lambda: functools.lru_cache("x")(3))
    attempt("bad", lambda: functools.lru_cache(3, 4, 5))

    class C:
        n = 0

        @functools.cached_property
        def prop(self):
            """Doc."""
            self.n += 1
            return self.n

        @functools.lru_cache
        def m(self, x):
            return x

    c = C()
    attempt("prop", lambda: (c.prop, c.prop, c.__dict__, C.prop.__doc__, C.prop.attrname))
    del c.prop
    attempt("prop", lambda: c.prop)
    c.prop = 9
    attempt("prop", lambda: c.prop)
    attempt("m", lambda: (c.m(1), c.m(1), C.m.cache_info()))

    class S:
        __slots__ = ()

        @functools.cached_property
        def prop(self):
            return 1

    attempt("slots", lambda: S().prop)


def dispatching():
    @functools.singledispatch
    def f(x):
        return "base"

    @f.register(int)
    def _(x):
        return "int"


    @f.register(list)
    @f.register(tuple)
    def _(x):
        return "seq"

    f.register(float, lambda x: "float")
    attempt("d", lambda: [f(1), f("a"), f([]), f(()), f(1.0), f(True), f(None), f({})])
    attempt("none", lambda: f())
    attempt("dispatch", lambda: (f.dispatch(bool)(1), f.dispatch(dict)(1), sorted(k.__name__ for k in f.registry)))

    class A:
        pass

    class B(A):
        pass

    f.register(A, lambda x: "A")
    attempt("classes", lambda: (f(A()), f(B())))


def ordering():
    @functools.total_ordering
    class V:
        def __init__(self, v):
            self.v = v

        def __lt__(self, other):
            if not isinstance(other, V):
                return NotImplemented
            return self.v < other.v

        def __eq__(self, other):
            return self.v == other.v

    attempt("o", lambda: (V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(2) >= V(3), max([V(1), V(3)]).v))
    attempt("ne", lambda: V(1) >= 3)

    def none():
        @functools.total_ordering
        class W:
            pass

    attempt("none", none)


def iterating():
    i = itertools
    attempt("count", lambda: list(i.islice(i.count(3, 2), 4)))
    attempt("count", lambda: list(i.islice(i.count(0.5, 0.25), 3)))
    attempt("chain", lambda: (list(i.chain("ab", [1])), list(i.chain.from_iterable(["ab", "c"]))))
    attempt("combi", lambda: (list(i.combinations("abc", 2)), list(i.permutations("abc", 2)), list(i.combinations_with_replacement("ab", 2))))
    attempt("product", lambda: (list(i.product("ab", repeat=2)), list(i.product("ab", [1, 2])), list(i.product())))
    attempt("group", lambda: [(k, list(g)) for k, g in i.groupby("aabbba")])
    attempt("group", lambda: [(k, list(g)) for k, g in i.groupby([1, 3, 2, 4], key=lambda x: x % 2)])
    attempt("acc", lambda: (list(i.accumulate([1, 2, 3])), list(i.accumulate([1, 2, 3], initial=10)), list(i.accumulate([3, 1, 2], max))))
    attempt("zipl", lambda: list(i.zip_longest("ab", "c", fillvalue="-")))
    attempt("tee", lambda: [list(t) for t in i.tee("abc", 2)])
    attempt("slice", lambda: (list(i.islice("abcdef", 2)), list(i.islice("abcdef", 1, None, 2)), list(i.islice("abc", 0))))
    attempt("slice", lambda: i.islice("abc", -1))
    attempt("while", lambda: (list(i.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(i.dropwhile(lambda x: x < 3, [1, 2, 3, 1]))))
    attempt("filter", lambda: (list(i.filterfalse(None, [0, 1, 2])), list(i.compress("abc", [1, 0, 1])), list(i.starmap(pow, [(2, 3)]))))
    attempt("pair", lambda: list(i.pairwise("abc")))
    attempt("cycle", lambda: list(i.islice(i.cycle("ab"), 5)))
    attempt("repeat", lambda: list(i.repeat(1, 3)))
    it = i.chain([1], [2])
    attempt("iter", lambda: (iter(it) is it, next(it), next(it), next(it, "end")))


def collecting():
    d = collections.deque([1, 2, 3], maxlen=3)
    d.append(4)
    d.appendleft(0)
    attempt("d", lambda: (d, d.maxlen, list(reversed(d)), d[0], d[-1], len(d), 3 in d))
    d.rotate(1)
    attempt("rot", lambda: d)
    d.extend([7, 8])
    d.extendleft([9])
    attempt("ext", lambda: (d, d.count(7), d.index(7), d.copy(), d == collections.deque([9, 3, 7]), d + collections.deque([1])))
    attempt("pop", lambda: (d.pop(), d.popleft(), d))
    attempt("pop", lambda: collections.deque().pop())
    attempt("popl", lambda: collections.deque().popleft())
    attempt("idx", lambda: d[7])
    attempt("rem", lambda: d.remove(99))
    attempt("ins", lambda: (d.insert(0, 5), d))
    attempt("max", lambda: collections.deque([], maxlen=-1))
    attempt("max", lambda: collections.deque([1], 3))
    attempt("hash", lambda: hash(d))
    attempt("slice", lambda: d[0:1])
    attempt("cmp", lambda: (collections.deque([1, 2]) < collections.deque([1, 3]), collections.deque([1]) == [1]))
    c = collections.Counter("abracadabra")
    attempt("c", lambda: (c, c.most_common(2), c["z"], c.total(), sorted(c.elements())[:3], c + collections.Counter(a=1), c - collections.Counter(a=9), c & collections.Counter(a=1), c | collections.Counter(z=1)))
    c.update("aa")
    c.subtract("b")
    attempt("c", lambda: (c, +c, -c, collections.Counter(a=3) == collections.Counter(a=3, b=0)))
    dd = collections.defaultdict(list)
    dd["a"].append(1)
    attempt("dd", lambda: (dd, dd.default_factory, dd.get("z"), "z" in dd, dd["z"], dd))
    attempt("dd", lambda: collections.defaultdict()["x"])
    attempt("dd", lambda: collections.defaultdict(3))
    od = collections.OrderedDict(a=1, b=2, c=3)
    od.move_to_end("a")
    attempt("od", lambda: (od, od.popitem(last=False), od, list(reversed(od)), od == {"c": 3, "a": 1}, od == collections.OrderedDict(a=1, c=3)))
    attempt("od", lambda: od.move_to_end("x"))
    P = collections.namedtuple("P", "x y", defaults=[3])
    attempt("nt", lambda: (P(1), P(1, 2)._asdict(), P(1)._replace(y=9), P._fields, P._make([1, 2]), P(1, 2) == (1, 2), P._field_defaults, P(1).x))
    attempt("nt", lambda: P())
    attempt("nt", lambda: P(1, 2, 3))
    attempt("nt", lambda: P(1)._replace(z=1))
    attempt("nt", lambda: P._make([1]))
    attempt("nt", lambda: collections.namedtuple("Q", "a a"))
    attempt("nt", lambda: collections.namedtuple("Q", "class"))
    attempt("nt", lambda: collections.namedtuple("Q", "_a"))
    attempt("nt", lambda: setattr(P(1), "x", 3))
    cm = collections.ChainMap({"a": 1}, {"a": 2, "b": 3})
    attempt("cm", lambda: (cm["a"], cm["b"], dict(cm), cm.maps, cm.new_child({"b": 0})["b"], cm.parents, len(cm), list(cm)))
    attempt("cm", lambda: cm["zz"])


def heaping():
    h = [5, 3, 8, 1]
    heapq.heapify(h)
    heapq.heappush(h, 2)
    attempt("h", lambda: (h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h))
    attempt("n", lambda: (heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [1, 5, 3]), heapq.nlargest(2, ["a", "bbb", "cc"], key=len), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True))))
    attempt("e", lambda: heapq.heappop([]))
    attempt("e", lambda: heapq.heapreplace([], 1))
    attempt("e", lambda: heapq.heapify([1, "a"]))


for part in (partials, reducing, caching, dispatching, ordering, iterating, collecting, heaping):
    print("--", part.__name__)
    attempt("part", part)
