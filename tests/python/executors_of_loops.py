# Several loops, each with its own executor for the jobs that name none: runners in turn, a run in between, jobs that end while another loop runs.
import asyncio, threading, time
import contextvars

var = contextvars.ContextVar("v", default="none")


def job(n):
    time.sleep(n)
    old = var.get()
    var.set(n)
    return n, old


async def th(n):
    return await asyncio.get_running_loop().run_in_executor(None, job, n), asyncio.get_running_loop().time()


async def safe():
    loop = asyncio.get_running_loop()

    async def co():
        await asyncio.sleep(0.1)
        return "co"

    return await asyncio.to_thread(lambda: asyncio.run_coroutine_threadsafe(co(), loop).result())


r1 = asyncio.Runner()
print(r1.run(th(1)))
print(asyncio.run(th(0.5)))
print(r1.run(th(0.25)), r1.run(safe()))
r2 = asyncio.Runner()
print(r2.run(th(2)), r1.run(th(3)), r2.run(th(1)), r2.run(safe()), r1.run(safe()))


async def start(n):
    return asyncio.get_running_loop().run_in_executor(None, job, n)


f = r1.run(start(2))
print(r2.run(th(0.5)))


async def wait(f):
    return await f, asyncio.get_running_loop().time()


print(r1.run(wait(f)))
r2.close()
print(r1.run(th(0.5)), r1.run(safe()))


async def chained():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    a = await th(1)
    other.close()
    b = await th(1)
    return a, b, await safe()


print(r1.run(chained()))
r1.close()
for l in (r1,):
    try:
        l.run(th(1))
    except RuntimeError as e:
        print(e)
