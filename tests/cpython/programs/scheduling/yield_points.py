import asyncio


async def worker(name, pause):
    for step in range(3):
        print(f"{name} before {step}")
        await asyncio.sleep(pause)
        print(f"{name} after {step}")


async def main():
    await asyncio.gather(worker("A", 0), worker("B", 0.5), worker("C", 0.5))


asyncio.run(main())
