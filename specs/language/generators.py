# /// kitchen-sim
# description = "Generators, plain and asynchronous: they stand still at each yield; an asynchronous one whose loop is left early is closed by the event loop, in a task of its own"
#
# [expect]
# ends = "3s"
# prints = ["soup at 1", "tea at 2", "soup", "cake", "kitchen closed"]
# ///
import asyncio
import time


def menu():
    dish = yield "soup"
    yield dish


async def served(*dishes):
    try:
        for dish in dishes:
            await asyncio.sleep(1)
            yield dish
    finally:
        print("kitchen closed")


async def main():
    async for dish in served("soup", "tea", "cake"):
        print(f"{dish} at {time.monotonic():g}")
        if dish == "tea":
            break
    orders = menu()
    print(next(orders))
    print(orders.send("cake"))
    await asyncio.sleep(1)


asyncio.run(main())
