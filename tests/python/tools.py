"""itertools, heapq, functools, contextlib, enum, collections, and classes below asyncio's in a crowd."""
import asyncio, collections, contextlib, enum, functools, heapq, random
from itertools import *
print(list(permutations("abc")), list(permutations("abcd", 2)), list(permutations("ab", 3)), list(permutations("", 0)))
print(list(combinations("abcd", 2)), list(combinations("abcd", 0)), list(combinations("ab", 3)), list(combinations("abc",3)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 2)), list(combinations_with_replacement("", 0)))
print(list(product("ab", repeat=2)), list(product()), list(product("ab", "")), list(product([1,2],[3],[4,5])), list(product("ab",repeat=0)))
print(list(islice(cycle("ab"), 5)), list(repeat(1, 3)), list(islice(repeat(2), 2)), list(accumulate([1,2,3])), list(accumulate([], initial=5)), list(accumulate([1,2], max, initial=3)), list(accumulate([])))
print(list(pairwise([1,2,3])), list(pairwise([1])), list(dropwhile(lambda x: x<2, [1,2,1])), list(zip_longest([1],[2,3])))
print(functools.reduce(lambda a,b: a*b, [1,2,3]), functools.reduce(max, [], 4), functools.reduce(lambda a, b: a + b, iter("abc"), "z"))
try: functools.reduce(max, [])
except TypeError as e: print(e, e.__context__)
seen=[]
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): seen.append((self.v, o.v)); return self.v < o.v
r = random.Random(5)
for _ in range(20):
    h = [K(r.randrange(9)) for _ in range(r.randrange(1, 9))]
    heapq.heapify(h)
    heapq.heappush(h, K(r.randrange(9)))
    a = heapq.heappushpop(h, K(r.randrange(9))).v, heapq.heapreplace(h, K(3)).v
    print(a, [heapq.heappop(h).v for _ in range(len(h))])
print(len(seen), seen[:20], sum(a * 7 + b for a, b in seen))
@contextlib.contextmanager
def cm(how):
    try:
        yield 1
    except ValueError as e:
        if how == "swallow": return
        if how == "other": raise KeyError("k") 
        if how == "again": raise
        if how == "yield": yield 2
        if how == "stop": raise StopIteration
def tryit(f):
    try: print("ok", f())
    except BaseException as e: print(type(e).__name__, e.args, repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
def use(how, error=None):
    with cm(how) as x:
        if error: raise error
    return x
for how in ("swallow", "other", "again", "yield", "stop"):
    tryit(lambda: use(how)); tryit(lambda: use(how, ValueError("v"))); tryit(lambda: use(how, StopIteration(3))); tryit(lambda: use(how, KeyError(4)))
@contextlib.contextmanager
def two():
    yield 1
    yield 2
@contextlib.contextmanager
def none():
    return
    yield
def u2(c):
    with c: pass
tryit(lambda: u2(two())); tryit(lambda: u2(none()))
@contextlib.asynccontextmanager
async def acm(how):
    try:
        await asyncio.sleep(0)
        yield 1
    except ValueError as e:
        if how == "swallow": return
        if how == "other": raise KeyError("k") 
        if how == "again": raise
        if how == "yield": yield 2
    await asyncio.sleep(1)
async def auses():
    for how in ("swallow", "other", "again", "yield"):
        for error in (None, ValueError("v"), StopIteration(3), StopAsyncIteration(3), KeyError(4)):
            try:
                async with acm(how) as x:
                    if error: raise error
                print("ok", x)
            except BaseException as e: print(type(e).__name__, e.args, repr(e.__context__), repr(e.__cause__))
    async with contextlib.AsyncExitStack() as s:
        print(await s.enter_async_context(acm("swallow")))
        s.push_async_callback(asyncio.sleep, 1)
        s.callback(print, "cb")
        raise ValueError(9)
    print("after")
asyncio.run(auses())
def stack(*acts):
    with contextlib.ExitStack() as s:
        for act in acts:
            def ex(k, v, t, act=act):
                print(" ", act, k and k.__name__, repr(v))
                if act == "raise": raise KeyError(act)
                if act == "chain":
                    try: raise IndexError(1)
                    except IndexError: raise OSError(2)
                return act == "sup"
            s.push(ex)
        if "go" in acts: raise ValueError("body")
    return "done"
def chain(e):
    out=[]
    while e is not None: out.append(repr(e)); e=e.__context__
    return out
for acts in ([], ["go"], ["go","sup"], ["raise"], ["raise","go"], ["raise","sup","go"], ["sup","raise","go"], ["chain","raise","go"], ["raise","chain"], ["raise","sup","raise","go"], ["sup", "raise", "sup", "go"]):
    try: print(acts, stack(*acts))
    except BaseException as e: print(acts, chain(e))
def sup(error, *kinds):
    with contextlib.suppress(*kinds): raise error
    return "suppressed"
tryit(lambda: sup(ValueError(1), ValueError)); tryit(lambda: sup(ValueError(1), KeyError)); tryit(lambda: sup(ExceptionGroup("g", [ValueError(1), KeyError(2)]), KeyError)); tryit(lambda: sup(ExceptionGroup("g", [KeyError(2)]), KeyError))
class C(enum.IntEnum): A=1; B=2
class S(enum.StrEnum): X=enum.auto(); Y="yy"
print(C.A+1, 2*C.B, C.A<C.B, C.B>=2, str(C.A), repr(C.A), -C.A, bool(C.A), {C.A: 1}[1], sorted([C.B, C.A]), C(2), S.X, repr(S.Y), S.X+"z", "z"+S.Y, len(S.Y), S.X.upper(), S.X == "x", S("yy"), C.B-1, 5-C.B)
c = collections.Counter("hello", z=3); c.update({"h": 2}); c.subtract("lo", q=1); print(c, c.total(), collections.Counter(c)["h"])
print(collections.OrderedDict([(1,2)], ), dict(collections.defaultdict(int, {1:2}, b=3)))
async def locks():
    class L(asyncio.Lock): pass
    class S(asyncio.Semaphore): pass
    class Q(asyncio.Queue): pass
    class C(asyncio.Condition): pass
    class E(asyncio.Event): pass
    rnd = random.Random(1)
    l, s, q, c, e = L(), S(2), Q(2), C(), E()
    async def worker(n):
        try:
            for _ in range(4):
                what = rnd.randrange(5)
                if what == 0:
                    async with l: await asyncio.sleep(rnd.random())
                elif what == 1:
                    async with s: print(n, "s", s._value); await asyncio.sleep(rnd.randrange(2))
                elif what == 2: await q.put(n); print(n, "put")
                elif what == 3: print(n, "got", await q.get()); q.task_done()
                elif what == 4:
                    async with c:
                        if rnd.random() < .5: c.notify(rnd.randrange(3))
                        else: print(n, await c.wait())
            print(n, "end", asyncio.get_running_loop().time())
        except asyncio.CancelledError:
            print(n, "cancelled", asyncio.get_running_loop().time()); raise
    ts = [asyncio.create_task(worker(n)) for n in range(12)]
    for _ in range(30):
        await asyncio.sleep(rnd.random() * .7)
        if rnd.random() < .3: ts[rnd.randrange(12)].cancel()
    print(str(q), len(c._waiters), s._value, l._locked)
    for t in ts: t.cancel()
    await asyncio.gather(*ts, return_exceptions=True)
    print(str(q), len(c._waiters), s._value, l._locked)
asyncio.run(locks())
