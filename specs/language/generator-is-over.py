# /// kitchen-sim
# description = "An asynchronous generator that is over takes no notice of athrow and aclose"
#
# [expect]
# prints = ["raised", "None", "None", "StopAsyncIteration", "-1"]
# ///
import asyncio


async def dishes():
    yield "soup"


async def main():
    generator = dishes()
    try:
        await generator.athrow(ValueError("burnt"))
    except ValueError:
        print("raised")
    print(await generator.athrow(ValueError("burnt again")))
    print(await generator.aclose())
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("StopAsyncIteration")
    print(await anext(generator, -1))


asyncio.run(main())
