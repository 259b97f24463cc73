import asyncio


async def inner():
    print("never")


async def main():
    asyncio.run(inner())


asyncio.run(main())
