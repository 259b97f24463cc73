"""`__del__`: objects are finalized when nothing holds them any more."""

import asyncio
import gc
import weakref


class Pan:
    def __init__(self, name, inner=None):
        self.name, self.inner = name, inner

    def __del__(self):
        print("del", self.name)


def use():
    a = Pan("a")
    b = Pan("b", a)
    print("using", a.name, b.name)


print("begin")
use()
print("temporary")
Pan("t")
print("rebound")
p = Pan("p1")
p = Pan("p2")
print("deleted")
del p
print("list")
l = [Pan(i) for i in range(3)]
l.pop()
print("popped")
l[0] = None
print("set")
l.clear()
print("cleared")
d = {"x": Pan("x"), "y": Pan("y")}
del d["x"]
d = None
print("attribute")
o = Pan("outer", Pan("inner"))
o.inner = None
print("then")
del o
print("circle")
c = Pan("c")
c.inner = c
del c
print("collect", gc.collect() >= 1)
keep = []


class Phoenix:
    def __del__(self):
        print("burns")
        keep.append(self)


x = Phoenix()
del x
print(len(keep))
keep.clear()
print("gone")


class Bad:
    def __del__(self):
        raise ValueError("bad")


def fails():
    z = Pan("z")
    raise KeyError(1)


try:
    fails()
except KeyError as e:
    print("caught")
print("after except")


def gen():
    g = Pan("in generator")
    try:
        yield 1
    finally:
        print("closing")


it = gen()
next(it)
del it
print("---- async")


async def worker():
    w = Pan("worker's")
    await asyncio.sleep(1)
    print("worker ends")


async def main():
    m = Pan("main's")
    t = asyncio.create_task(worker(), name="w")
    await t
    print("awaited")
    t = asyncio.create_task(worker(), name="v")
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled")
    print("before del")
    del t
    q = asyncio.Queue()
    await q.put(Pan("queued"))
    got = await q.get()
    print("got", got.name)
    got = None
    f = asyncio.get_running_loop().create_future()
    f.set_result(Pan("result"))
    await f
    print("future held")
    del f
    asyncio.get_running_loop().call_soon(lambda p: print("called", p.name), Pan("arg"))
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
print("over")
last = Pan("last")
other = Pan("other", last)
