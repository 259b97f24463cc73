"""What is called when an object is freed or the interpreter leaves: weakref.finalize and atexit."""

import asyncio
import atexit
import weakref


class Pan:
    def __init__(self, name):
        self.name = name


a = Pan("a")
f = weakref.finalize(a, print, "a is gone")
print(f.alive, f.atexit, f.peek()[0] is a, f.peek()[1:][1:])
a = None
print(f.alive, f(), f.peek(), f.detach(), f.atexit)
b = Pan("b")
f = weakref.finalize(b, lambda x, y=0: x + y, 3, y=4)
print(f(), f(), f.alive)
c = Pan("c")
f = weakref.finalize(c, print, "never")
obj, func, args, kwargs = f.detach()
print(obj is c, func is print, args, kwargs, f.alive)
d = Pan("d")
f1 = weakref.finalize(d, print, "d first")
f2 = weakref.finalize(d, print, "d second")
f2.atexit = False
e = Pan("e")
weakref.finalize(e, print, "e at exit")


@atexit.register
def bye():
    print("bye", f1.alive, f2.alive)


atexit.register(print, "registered", 1)


async def main():
    x = Pan("x")
    weakref.finalize(x, print, "x in main", asyncio.current_task().get_name())
    await asyncio.sleep(1)
    del x
    print("behind x")
    t = asyncio.create_task(asyncio.sleep(1), name="t")
    weakref.finalize(t, print, "t is gone")
    await t
    del t
    print("t deleted")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main(), debug=False)
atexit.unregister(print)


def failing():
    raise ValueError("at exit")


atexit.register(failing)
print("module ends")
