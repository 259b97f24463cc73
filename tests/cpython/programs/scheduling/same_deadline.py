import asyncio


async def sleeper(name, seconds):
    print(f"{name} goes to sleep")
    await asyncio.sleep(seconds)
    print(f"{name} is awake")


async def main():
    await asyncio.gather(sleeper("A", 2), sleeper("B", 2))


asyncio.run(main())
