"""Attributes of what asyncio makes, by names that are known only while running."""
import asyncio
async def main():
    l = asyncio.Lock()
    q = asyncio.Queue(3)
    t = asyncio.current_task()
    f = asyncio.get_running_loop().create_future()
    print(hasattr(l, "acquire"), hasattr(l, "nope"), hasattr(q, "shutdown"), hasattr(q, "maxsize"), hasattr(t, "uncancel"), hasattr(f, "set_result"), hasattr(asyncio.get_running_loop(), "time"))
    print(getattr(l, "locked")(), getattr(q, "maxsize"), getattr(q, "qsize")(), getattr(l, "nope", 5), getattr(t, "get_name")())
    name = "put_nowait"
    getattr(q, name)(3)
    print(q.qsize())
    print(hasattr(asyncio.sleep(0), "close"), hasattr(main, "__name__"), hasattr([], "append"))
asyncio.run(main())


async def more():
    b = asyncio.Barrier(2)
    for name in ("parties", "n_waiting", "broken", "wait", "nothing"):
        try:
            value = getattr(b, name)
            print(name, value if not callable(value) else "callable")
        except AttributeError as error:
            print(error)
    handle = asyncio.get_running_loop().call_later(1, print, "late")
    for name in ("cancel", "cancelled", "when", "nothing"):
        print(name, hasattr(handle, name))
    getattr(handle, "cancel")()
    print(handle.cancelled(), getattr(handle, "nothing", "default"))
    coroutine = asyncio.sleep(0)
    print([hasattr(coroutine, name) for name in ("close", "nothing")])
    await coroutine
    async with asyncio.timeout(None) as limit:
        print([name for name in ("when", "reschedule", "expired", "nothing") if hasattr(limit, name)])
    event = asyncio.Event()
    for verb in ("set", "is_set", "clear", "is_set"):
        print(verb, getattr(event, verb)())


asyncio.run(more())
