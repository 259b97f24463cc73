import asyncio


async def boil_pasta():
    print("🍝 Starting to boil pasta...")
    await asyncio.sleep(5)
    print("✅ Pasta is done boiling!")


async def chop_vegetables():
    print("🔪 Chopping vegetables...")
    await asyncio.sleep(3)
    print("✅ Vegetables chopped!")


async def saute_sauce():
    print("🍅 Sauteing sauce...")
    await asyncio.sleep(4)
    print("✅ Sauce is ready!")


async def mix_and_serve():
    print("🥣 Mixing everything together...")
    await asyncio.sleep(2)
    print("🍽️ Dish is ready to serve!")


async def main():
    boil = asyncio.create_task(boil_pasta())
    chop = asyncio.create_task(chop_vegetables())
    await chop
    await saute_sauce()
    await boil
    await mix_and_serve()


asyncio.run(main())
