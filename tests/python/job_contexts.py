import asyncio
import contextvars
import threading

var = contextvars.ContextVar("var", default="none")


def look(label):
    print(label, var.get())
    var.set(label)


async def main():
    loop = asyncio.get_running_loop()
    var.set("main")
    await loop.run_in_executor(None, look, "executor")
    await loop.run_in_executor(None, look, "executor again")
    await asyncio.to_thread(look, "to_thread")
    await loop.run_in_executor(None, look, "executor at last")
    thread = threading.Thread(target=look, args=("thread",))
    thread.start()
    thread.join()
    print(var.get(), await asyncio.to_thread(var.get), await loop.run_in_executor(None, var.get))

    async def told():
        return var.get()

    def tell():
        print(asyncio.run_coroutine_threadsafe(told(), loop).result())

    await asyncio.to_thread(tell)
    await loop.run_in_executor(None, tell)
    other = asyncio.new_event_loop()
    try:
        asyncio.gather(loop.create_future(), other.create_future())
    except ValueError as error:
        print(error)
    other.close()


asyncio.run(main())
