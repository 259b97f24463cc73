# What a coroutine waits for is told in a program that asks what is held, too.
import gc
import types


@types.coroutine
def pause(value):
    return (yield value)


async def waits():
    return await pause("first")


c = waits()
w = c.__await__()
print(next(w), c.cr_await.gi_code.co_name)
c2 = waits()
print(c2.send(None), c2.cr_await is None)


async def lots():
    x = [1, await pause(1), 2]
    return x


c3 = lots()
c3.send(None)
print(c3.cr_await is None)
gc.collect()
