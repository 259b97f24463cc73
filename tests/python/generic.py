import asyncio
from typing import Optional, AsyncIterator, Generic, TypeVar, Protocol, Callable, Awaitable, Any, NamedTuple, Union
from dataclasses import dataclass, field
from abc import ABC, abstractmethod
from functools import partial, lru_cache
import logging
T = TypeVar("T")
class Point(NamedTuple):
    x: int
    y: int = 0
class Handler(Protocol):
    async def __call__(self, x: int) -> str: ...
class Repo(ABC, Generic[T]):
    @abstractmethod
    async def get(self, key: str) -> Optional[T]: ...
    @property
    @abstractmethod
    def name(self) -> str: ...
class MemRepo(Repo[int]):
    def __init__(self) -> None: self._d: dict[str, int] = {}
    async def get(self, key: str) -> Optional[int]:
        await asyncio.sleep(0.01); return self._d.get(key)
    @property
    def name(self) -> str: return "mem"
    @name.setter
    def name(self, v): raise AttributeError("read only")
@dataclass
class Cache(Generic[T]):
    loader: Callable[[str], Awaitable[T]]
    ttl: float = 1.0
    _items: dict = field(default_factory=dict, repr=False)
    _locks: dict = field(default_factory=dict, repr=False)
    hits: int = 0
    async def get(self, key):
        loop = asyncio.get_running_loop()
        if key in self._items and self._items[key][1] > loop.time(): self.hits += 1; return self._items[key][0]
        async with self._locks.setdefault(key, asyncio.Lock()):
            if key in self._items and self._items[key][1] > loop.time(): self.hits += 1; return self._items[key][0]
            v = await self.loader(key); self._items[key] = (v, loop.time() + self.ttl); return v
class StateMachine:
    transitions = {("idle", "start"): "running", ("running", "stop"): "idle"}
    def __init__(self): self.state = "idle"; self.history = [self.state]; self._cond = asyncio.Condition()
    async def fire(self, ev):
        async with self._cond:
            try: self.state = self.transitions[self.state, ev]
            except KeyError: raise ValueError(f"bad transition {self.state!r} -> {ev!r}") from None
            self.history.append(self.state); self._cond.notify_all()
    async def wait_for(self, st):
        async with self._cond: await self._cond.wait_for(lambda: self.state == st)
class Actor:
    def __init__(self, name): self.name, self.box, self.task = name, asyncio.Queue(), None
    def __enter__(self): raise TypeError("use async with")
    def __exit__(self, *a): pass
    async def __aenter__(self): self.task = asyncio.create_task(self._loop(), name=f"actor-{self.name}"); return self
    async def __aexit__(self, *exc):
        await self.box.put(None); await self.task
    async def _loop(self):
        while (m := await self.box.get()) is not None:
            fut, msg = m
            try: fut.set_result(await self.handle(msg))
            except Exception as e: fut.set_exception(e)
    async def handle(self, msg): await asyncio.sleep(.1); return 10 / msg
    async def ask(self, msg):
        fut = asyncio.get_running_loop().create_future(); await self.box.put((fut, msg)); return await fut
async def main() -> None:
    loop = asyncio.get_running_loop()
    try: Repo()
    except TypeError as e: print("abstract")
    r = MemRepo(); r._d["a"] = 1
    print(await r.get("a"), await r.get("b"), r.name, isinstance(r, Repo))
    try: r.name = 3
    except AttributeError as e: print(e)
    loads = []
    async def load(k): loads.append(k); await asyncio.sleep(.2); return k.upper()
    c = Cache(load, ttl=.5)
    print(await asyncio.gather(*(c.get("x") for _ in range(4))), loads, c.hits)
    await asyncio.sleep(1); print(await c.get("x"), loads)
    sm = StateMachine()
    w = asyncio.create_task(sm.wait_for("running"))
    await asyncio.sleep(0); await sm.fire("start"); await w; print(sm.history)
    try: await sm.fire("start")
    except ValueError as e: print(e, e.__cause__, e.__suppress_context__)
    async with Actor("d") as a:
        print(await asyncio.gather(a.ask(2), a.ask(0), a.ask(5), return_exceptions=True), a.task.get_name())
    print(a.task.done(), Point(1), Point(1)._replace(y=5), Point(1) == (1, 0))
    res = await asyncio.gather(*map(partial(asyncio.sleep, .1), range(3))); print(res)
    def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
    print(lru_cache(None)(fib)(10), max(map(len, ["a", "bbb"])), sorted({"b": 1, "a": 2}.items(), key=lambda kv: -kv[1]), any(x > 2 for x in range(4)), dict(zip("ab", range(2))), list(enumerate("xy", 1)), divmod(7, 3), round(2.675, 2), "a,b".split(","), " x ".strip(), "x".join("abc"), f"{3.14159:.2f}", [*range(3)], {*"aa"}, 7 // 2, -7 // 2, -7 % 3, 2 ** 10, 1e3, 10 / 4, bool([]), None or "d", not 1, 3 if True else 4, chr(65), ord("a"), hex(255), bin(5), abs(-3), sum([1, 2]), min(3, 1), "abc"[::-1], "Hello".swapcase(), "a-b".replace("-", "+"), "%05d" % 42, "x" in "xyz", [i for i in range(5) if i % 2], isinstance(True, int), type(3).__name__, repr("a'b"), str([1, "a"]), tuple("ab"), list(reversed([1, 2])), int("0x1f", 16), float("1.5"), "é".upper(), "ß".upper(), "a\tb".expandtabs(4), "abc".center(7, "*"), "abc".zfill(5), "1,2".partition(","))
    t = asyncio.create_task(asyncio.sleep(1)); t.add_done_callback(lambda t: print("cb", t.cancelled())); t.cancel()
    await asyncio.sleep(0); await asyncio.sleep(0)
if __name__ == "__main__": asyncio.run(main())
