import asyncio


async def main():
    loop = asyncio.get_running_loop()

    async def coroutine_function():
        pass

    loop.set_debug(True)
    for name, given in (("call_soon", ()), ("call_later", (1,)), ("call_at", (1,)), ("run_in_executor", (None,))):
        for callback in (coroutine_function, 5):
            try:
                getattr(loop, name)(*given, callback)
            except TypeError as error:
                print(error)
    loop.set_debug(False)
    print(await loop.run_in_executor(None, int, "7"))


asyncio.run(main())
