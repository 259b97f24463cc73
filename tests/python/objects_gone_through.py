# `await` and `yield from` go through an object by its own send, throw and close, where it has them.
import asyncio
class Base:
    def __init__(self, c, name="b"): self.c, self.name = c, name
    def __await__(self): return self
    def __iter__(self): return self
class OnlyNext(Base):
    def __next__(self):
        print(self.name, "next")
        return self.c.send(None)
class OnlySend(OnlyNext):
    def send(self, v):
        print(self.name, "send", v)
        return self.c.send(v)
class OnlyThrow(OnlyNext):
    def throw(self, *e):
        print(self.name, "throw", [repr(x) for x in e])
        return self.c.throw(*e)
class Full(OnlySend, OnlyThrow):
    def close(self):
        print(self.name, "close")
        self.c.close()
class Stuck(Full):
    def close(self):
        raise RuntimeError("stuck")
async def body(n):
    got = []
    for i in range(n):
        try:
            await asyncio.sleep(1)
            got.append(i)
        except asyncio.CancelledError as e:
            got.append(repr(e))
        except ValueError as e:
            got.append(repr(e))
            raise KeyError("k") from e
    return got
async def awaiting(thing):
    try:
        return await thing
    except BaseException as e:
        print("awaiting", repr(e), repr(e.__context__), repr(e.__cause__))
        raise
async def main():
    for kind in OnlyNext, OnlySend, OnlyThrow, Full:
        print(kind.__name__)
        coro = body(2)
        t = asyncio.create_task(awaiting(kind(coro, "x")))
        await asyncio.sleep(0.5)
        t.cancel("msg")
        try:
            print(await t)
        except asyncio.CancelledError as e:
            print("cancelled", e.args)
        coro.close()
        coro = body(2)
        t = asyncio.create_task(awaiting(kind(kind(coro, "inner"), "outer") if kind is Full else kind(coro)))
        await asyncio.sleep(0.5)
        t.cancel("msg")
        try:
            print(await t)
        except asyncio.CancelledError as e:
            print("cancelled", e.args)
        coro.close()
        coro = body(1)
        try:
            print(await asyncio.wait_for(awaiting(kind(coro)), 0.5))
        except asyncio.TimeoutError as e:
            print("timeout", e.args)
        coro.close()
    by_hand()


def by_hand():
    def gen(x):
        try:
            r = yield from x
            print("r", r)
            return r
        except BaseException as e:
            print("gen", repr(e), repr(e.__context__))
            raise
        finally:
            print("fin")
    def values():
        try:
            while True:
                try:
                    got = yield 1
                    print("got", got)
                    if got == "end":
                        return "ended"
                except ValueError as e:
                    print("value error", e)
        finally:
            print("values over")
    for kind in OnlyNext, OnlySend, OnlyThrow, Full:
        print(kind.__name__)
        g = gen(kind(values()))
        print(next(g))
        for what in (lambda: g.send(None)), (lambda: g.send(3)), (lambda: g.throw(ValueError(2))), (lambda: g.send("end")), g.close:
            try:
                print("out", what())
            except BaseException as e:
                print("out", repr(e))
        g = gen(kind(values()))
        print(next(g))
        g.close()
        g = gen(kind(values()))
        print(next(g))
        try:
            g.throw(ValueError("x"))
        except ValueError as e:
            print(repr(e))
        try:
            g.throw(KeyError("x"))
        except KeyError as e:
            print(repr(e))
    g = gen(Stuck(values()))
    print(next(g))
    try:
        g.close()
    except RuntimeError as e:
        print(repr(e), repr(e.__context__))
asyncio.run(main())
