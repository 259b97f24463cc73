import asyncio
import functools
from contextlib import asynccontextmanager, contextmanager, suppress, ExitStack, AsyncExitStack
from dataclasses import dataclass, field
import itertools
import heapq


@contextmanager
def kitchen(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


@asynccontextmanager
async def stove(name):
    await asyncio.sleep(1)
    print("on", name)
    try:
        yield name
    except ValueError as e:
        print("burnt", e)
    finally:
        await asyncio.sleep(1)
        print("off", name)


@dataclass(order=True)
class Order:
    price: int
    name: str = "soup"
    tags: list = field(default_factory=list, compare=False)

    def total(self):
        return self.price * 2


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


class BurntError(Exception):
    def __init__(self, dish, minutes):
        super().__init__(f"{dish} burnt for {minutes}")
        self.dish = dish


def log(f):
    @functools.wraps(f)
    async def wrapper(*args, **kwargs):
        print("call", f.__name__, args)
        return await f(*args, **kwargs)

    return wrapper


@log
async def cook(x):
    await asyncio.sleep(x)
    return x * 2


@functools.lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


async def main():
    with kitchen("a") as k:
        print(k)
    async with stove("b") as s:
        raise ValueError("hot")
    print(await cook(2), cook.__name__)
    print(fib(30), fib.cache_info())
    o = Order(3)
    print(o, Order(1) < Order(2), Order(1) == Order(1, "soup"), o.total(), sorted([Order(3), Order(1, "x")]))
    p = Point(1, 2)
    print(p, {p: 1}[Point(1, 2)])
    try:
        p.x = 3
    except Exception as e:
        print(type(e).__name__, e)
    try:
        Order()
    except TypeError as e:
        print(e)
    try:
        raise BurntError("pie", 3)
    except BurntError as e:
        print(e, e.dish, e.args, repr(e))
    with suppress(KeyError):
        {}["x"]
    with ExitStack() as stack:
        stack.enter_context(kitchen("s1"))
        stack.enter_context(kitchen("s2"))
        stack.callback(print, "callback")
    print(list(itertools.islice(itertools.count(3), 4)), list(itertools.chain([1], [2])), list(itertools.product("ab", [1, 2])))
    h = []
    for x in [5, 3, 8, 1]:
        heapq.heappush(h, x)
    print([heapq.heappop(h) for _ in range(4)])
    add = functools.partial(lambda a, b: a + b, 1)
    print(add(2), functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]))
    for k, g in itertools.groupby("aabb"):
        print(k, list(g))
    async with AsyncExitStack() as st:
        await st.enter_async_context(stove("x"))
        st.push_async_callback(asyncio.sleep, 1)
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as eg:
        print(eg.exceptions)
    except* TypeError as eg:
        print(eg)


asyncio.run(main())
