# A call in a lambda that does not fit raises where the lambda is called, as long as anything is there to catch it.
import asyncio


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    attempt(lambda: asyncio.Future(42))
    attempt(lambda: asyncio.Queue(1, 2, 3))
    attempt(lambda: asyncio.create_task())
    attempt(lambda: len(1, 2))
    attempt(lambda: (lambda one: one)())


asyncio.run(main())
