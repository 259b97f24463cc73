"""The exception handler of a loop, and the texts of futures."""
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    def handler(l, context):
        print("handler", l is loop, sorted(context), context["message"].split(" <")[0].split(" main")[0], repr(context.get("exception")))
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "hi", "x": 3})
    loop.call_exception_handler({"message": "hi", "exception": ValueError(2)})
    async def t():
        raise KeyError("lost")
    x = asyncio.create_task(t())
    await asyncio.sleep(1)
    del x
    await asyncio.sleep(1)
    loop.set_exception_handler(None)
    try:
        loop.set_exception_handler(3)
    except TypeError as e:
        print(e)
    def bad(l, c):
        raise ValueError("in handler")
    loop.set_exception_handler(bad)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print("end")
    fut = loop.create_future()
    fut.add_done_callback(lambda f: f.nothing)
    loop.set_exception_handler(handler)
    fut.set_result(1)
    await asyncio.sleep(1)
asyncio.run(main())


async def texts():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f)
    f.set_result([1, "a"])
    print(f, repr(f), f"{f}", [f])
    g = loop.create_future(); g.set_exception(ValueError("x")); print(g); 
    try:
        await g
    except ValueError: pass
    h = loop.create_future(); h.cancel(); print(h)
    p = loop.create_future()
    async def w(): await p
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    print(p)
    p.set_result(None)
    print(p)
asyncio.run(texts())
