# The task that closes an asynchronous generator is cancelled before its first step, and the generator waits while it is closed.
import asyncio


async def ticks(name):
    try:
        for number in range(3):
            yield number
            await asyncio.sleep(1)
    finally:
        print(name, "is closed")
        await asyncio.sleep(0)
        print(name, "is over")


async def leave():
    async for number in ticks("left"):
        print("got", number)
        break


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler", context["message"], context.get("exception")))
    generator = ticks("cancelled")
    await anext(generator)
    task = asyncio.create_task(generator.aclose())
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    await leave()


asyncio.run(main())
print("end")
