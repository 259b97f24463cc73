# Two loops in turn: their tasks, timers, generators and queues; a future of the other loop; runs inside of runs.
import asyncio, time, contextvars

log = []


async def tick(name, n, d):
    for i in range(n):
        await asyncio.sleep(d)
        print(name, i, asyncio.get_running_loop().time())
    return name


async def ag(name):
    try:
        while True:
            yield name
            await asyncio.sleep(0.1)
    finally:
        print("ag closed", name)


async def hold(name):
    g = ag(name)
    await anext(g)
    log.append(g)
    asyncio.create_task(tick("bg" + name, 5, 0.3), name="bg" + name)
    await asyncio.sleep(0.5)
    return sorted(t.get_name() for t in asyncio.all_tasks())


a, b = asyncio.Runner(), asyncio.Runner()
print(a.run(hold("a")))
print(b.run(hold("b")))
print(a.run(tick("A", 2, 0.4)))
time.sleep(1)
print(b.run(tick("B", 2, 0.4)))
la, lb = a.get_loop(), b.get_loop()
print(la is lb, la.is_running(), len(asyncio.all_tasks(la)), len(asyncio.all_tasks(lb)))
la.call_soon(print, "soon on a")
la.call_later(0.2, print, "later on a")
lb.call_soon(print, "soon on b")
f = la.create_future()
la.call_later(0.1, f.set_result, "fa")


async def cross():
    try:
        return await f
    except RuntimeError as e:
        return str(e)[-50:]


print(b.run(cross()))
print(a.run(cross()))
q = asyncio.Queue()


async def put(x):
    await q.put(x)
    return q.qsize()


async def get():
    return await asyncio.wait_for(q.get(), 1)


print(a.run(put(1)), b.run(put(2)), b.run(get()), a.run(get()))


async def blocked():
    try:
        return await asyncio.wait_for(q.get(), 0.1)
    except TimeoutError:
        return "empty"


print(a.run(blocked()))
try:
    print(b.run(blocked()))
except RuntimeError as e:
    print(str(e)[-40:])
b.close()
print("b closed")
print(a.run(tick("A2", 1, 0.1)))
a.close()
print("a closed")


async def nested():
    try:
        asyncio.run(tick("n", 1, 1))
    except RuntimeError as e:
        print(e)
    try:
        with asyncio.Runner() as r:
            r.run(tick("n", 1, 1))
    except RuntimeError as e:
        print(e)
    l = asyncio.new_event_loop()
    try:
        l.run_until_complete(asyncio.sleep(0))
    except RuntimeError as e:
        print(e)
    l.close()


asyncio.run(nested())
