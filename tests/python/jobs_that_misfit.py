# What a concurrent future does that was given no exception where it takes one, and what an asyncio future follows that was given `None`.
import asyncio
import concurrent.futures


async def follow(future, given):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"][:21], repr(context.get("exception"))))
    wrapped = asyncio.wrap_future(future)
    future.set_exception(given)
    try:
        async with asyncio.timeout(1):
            print("wrapped", await wrapped)
    except BaseException as error:
        print("wrapped", repr(error))


for given in ("burnt", 3, None, ValueError, ValueError("x")):
    future = concurrent.futures.Future()
    future.set_exception(given)
    print(future.done(), future.exception() is None)
    try:
        print(future.result())
    except BaseException as error:
        print(repr(error))
    if not isinstance(given, (str, int)):
        asyncio.run(follow(concurrent.futures.Future(), given))
