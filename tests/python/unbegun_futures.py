# What a future does whose class has left out `super().__init__()`.
import asyncio


class Unbegun(asyncio.Future):
    def __init__(self):
        pass

    def begin(self):
        super().__init__()


def attempt(name, function, *arguments):
    try:
        print(name, function(*arguments))
    except Exception as error:
        print(name, repr(error))


async def main():
    future = Unbegun()
    attempt("result", future.result)
    attempt("exception", future.exception)
    attempt("set_result", future.set_result, 1)
    attempt("set_exception", future.set_exception, ValueError())
    attempt("cancel", future.cancel)
    attempt("add_done_callback", future.add_done_callback, print)
    attempt("remove_done_callback", future.remove_done_callback, print)
    attempt("done", future.done)
    attempt("cancelled", future.cancelled)
    attempt("get_loop", future.get_loop)
    attempt("repr", repr, future)
    try:
        await future
    except RuntimeError as error:
        print("await", repr(error))
    future.begin()
    future.set_result("begun")
    print(await future)


asyncio.run(main())
