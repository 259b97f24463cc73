# Properties and descriptors that raise AttributeError where a class has `__getattr__`; an error that ends a program and holds an
# object of the script.
import asyncio


class Lazy:
    def __init__(self): self.asked = []

    @property
    def broken(self):
        return self._missing

    @property
    def other(self):
        raise KeyError("not an attribute error")

    @property
    def fine(self):
        return "fine"

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self.asked.append(name)
        if name == "broken":
            return "by getattr"
        raise AttributeError(f"no {name} at all")


class Desc:
    def __get__(self, obj, owner):
        if obj is None:
            return self
        raise AttributeError("desc says no")


class WithDesc(Lazy):
    thing = Desc()


class Strict:
    @property
    def p(self):
        return self.q


async def main():
    x = Lazy()
    print(x.broken, x.fine, x.asked)
    try:
        x.other
    except KeyError as e:
        print(repr(e))
    w = WithDesc()
    try:
        w.thing
    except AttributeError as e:
        print(e, e.__context__, w.asked)
    print(getattr(w, "thing", "default"), hasattr(w, "thing"), hasattr(w, "broken"), getattr(w, "nothing", 0))
    try:
        Strict().p
    except AttributeError as e:
        print(e, e.name)

    class E(Exception):
        def __str__(self): return "own words"

    class Arg:
        def __repr__(self): return "<arg>"
    try:
        raise ValueError(Arg())
    except ValueError as e:
        print(e, repr(e))
    raise asyncio.CancelledError(Arg())

asyncio.run(main())
