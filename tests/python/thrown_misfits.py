# What `throw` of futures, coroutines and generators is given that it cannot throw.
import asyncio

MISFITS = [(Exception, Exception("zebra"), None), (Exception, "text"), (ValueError, None, None), (ValueError,), (list,)]
MISFITS += [(Exception("e"), Exception("e")), (Exception, Exception("e"), 32), (ValueError("x"), None), ()]

loop = asyncio.new_event_loop()
fut = loop.create_future()
fi = iter(fut)
for args in MISFITS:
    try:
        fi.throw(*args)
    except BaseException as error:
        print(type(error).__name__, error)
fi = iter(fut)
print(fi.send(None) is fut)
try:
    fi.send(None)
except RuntimeError as error:
    print(error)
fut.set_result(4)
try:
    fi.send(None)
except StopIteration as error:
    print(error.value)
fi.close()


async def co():
    await asyncio.sleep(0)

for args in MISFITS:
    c = co()
    try:
        c.throw(*args)
    except BaseException as error:
        print(type(error).__name__, error)
    c.close()


def gen():
    yield 1

for args in MISFITS[:-1]:
    c = gen()
    try:
        c.throw(*args)
    except BaseException as error:
        print(type(error).__name__, error)


def stubborn():
    while True:
        try:
            yield 1
        except TypeError as error:
            print("inside", error)


g = stubborn()
next(g)
for args in ((list,), (3,), (TypeError("e"), TypeError("e")), (TypeError, None, 5), (TypeError, "in")):
    try:
        print(g.throw(*args))
    except TypeError as error:
        print("outside", error)
print(next(g))


class Plain(asyncio.Protocol):
    pass


for protocol in (asyncio.Protocol(), asyncio.BaseProtocol(), asyncio.DatagramProtocol(), Plain()):
    print(hasattr(protocol, "__dict__"))
