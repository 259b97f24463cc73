# Calls whose arguments do not fit, in functions whose caller catches what they raise.
import asyncio


async def queue():
    return asyncio.Queue(size=2)


async def lock():
    return asyncio.Lock(loop=None)


async def event():
    return asyncio.Event(3)


async def naps():
    await asyncio.sleep()


class Cases:
    def waits(self):
        return asyncio.wait_for()

    def own(self):
        return self.waits(1)


async def tell(case):
    try:
        made = case()
        if asyncio.iscoroutine(made):
            await made
    except Exception as error:
        print(case.__name__, type(error).__name__, error)


async def main():
    cases = Cases()
    for case in (queue, lock, event, naps, cases.waits, cases.own):
        await tell(case)


asyncio.run(main())
