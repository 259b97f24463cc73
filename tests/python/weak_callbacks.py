"""Weak references that call back when what they refer to is gone."""

import asyncio
import gc
import weakref


class Pan:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Pan {self.name}"


class Told(Pan):
    def __del__(self):
        print("del", self.name)


def tell(name):
    return lambda ref: print("gone", name, ref() is None)


a = Pan("a")
r = weakref.ref(a, tell("a"))
print(r() is a, r.__callback__ is not None)
del a
print("behind", r(), r.__callback__)
b = Told("b")
r1, r2 = weakref.ref(b, tell("b1")), weakref.ref(b, tell("b2"))
b = None
print("both")
c = Pan("c")
r = weakref.ref(c, tell("c"))
del r
del c
print("no callback of a reference that is gone")


def locals_in_order():
    d = Pan("d")
    r = weakref.ref(d, tell("d"))


locals_in_order()


def other_order():
    r = None
    e = Pan("e")
    r = weakref.ref(e, tell("e"))


other_order()
print("functions")


def f():
    pass


r = weakref.ref(f, tell("f"))
del f


def gen():
    try:
        yield
    finally:
        print("closing")


g = gen()
next(g)
r = weakref.ref(g, tell("g"))
del g
s = {1, 2}
r = weakref.ref(s, tell("s"))
s = None
h = Pan("circle")
h.me = h
r = weakref.ref(h, tell("h"))
del h
gc.collect()
print("collected")
i = Told("told circle")
i.me = i
r = weakref.ref(i, tell("i"))
del i
gc.collect()
print("failing")
j = Pan("j")


def fails(ref):
    raise ValueError("no")


r = weakref.ref(j, fails)
del j
print("on")
print("---- tasks")


async def work():
    await asyncio.sleep(1)
    return Pan("result")


class Spilt(Exception):
    pass


async def main():
    try:
        weakref.ref(ValueError())
    except TypeError as error:
        print(error)
    t = asyncio.create_task(work(), name="t")
    r = weakref.ref(t, lambda ref: print("task gone"))
    await t
    print("done")
    del t
    print("deleted")
    f = asyncio.get_running_loop().create_future()
    rf = weakref.ref(f, lambda ref: print("future gone"))
    f.set_result(1)
    await f
    f = None
    print("future none")
    lock = asyncio.Lock()
    rl = weakref.ref(lock, lambda ref: print("lock gone"))
    async with lock:
        pass
    lock = None
    try:
        raise Spilt("x")
    except Spilt as error:
        re = weakref.ref(error, lambda ref: print("error gone"))
        print("caught")
    print("behind")
    t = asyncio.create_task(work(), name="u")
    t.add_done_callback(lambda t: print("done", t.get_name()))
    r = weakref.ref(t, lambda ref: print("u gone"))
    del t
    await asyncio.sleep(2)
    print("end")


asyncio.run(main())
last = Pan("last")
r = weakref.ref(last, tell("last"))
