"""Event loops and servers that nobody has written yet: what they answer, and what is below them."""

import asyncio


def attempt(name, function):
    try:
        print(name, function())
    except NotImplementedError as error:
        print(name, "is not there", error.args)


async def await_all(loop):
    for name, *given in (["shutdown_asyncgens"], ["sock_recv", 1, 2], ["subprocess_exec", 1], ["start_tls", 1, 2, 3]):
        try:
            await getattr(loop, name)(*given)
        except NotImplementedError:
            print(name, "is not there", asyncio.iscoroutinefunction(getattr(loop, name)))
    server = asyncio.AbstractServer()
    for method in (server.close, server.get_loop, server.is_serving):
        attempt("server", method)
    try:
        async with server as entered:
            print(entered is server)
    except NotImplementedError:
        print("a server that cannot be closed")


class Pausing(asyncio.AbstractEventLoop):
    def __init__(self):
        self.later = []

    def call_later(self, delay, callback, *args, context=None):
        self.later.append((delay, args))

    def get_debug(self):
        return False


loop = asyncio.AbstractEventLoop()
attempt("run_forever", loop.run_forever)
attempt("run_until_complete", lambda: loop.run_until_complete(None))
attempt("call_soon", lambda: loop.call_soon(None))
attempt("call_at", lambda: loop.call_at(None, None))
attempt("time", loop.time)
attempt("create_task", lambda: loop.create_task(None))
attempt("get_debug", loop.get_debug)
attempt("set_debug", lambda: loop.set_debug(True))
pausing = Pausing()
pausing.call_soon(print, 1, 2)
print(pausing.later, pausing.get_debug(), isinstance(pausing, asyncio.AbstractEventLoop))
attempt("stop", pausing.stop)
running = asyncio.new_event_loop()
print(isinstance(running, asyncio.AbstractEventLoop), isinstance(5, asyncio.AbstractEventLoop))
running.run_until_complete(await_all(loop))
running.close()
