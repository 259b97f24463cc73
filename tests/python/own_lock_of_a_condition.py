# A condition on a lock of the script's own, and on what is none.
import asyncio


class Counted:
    def __init__(self, inner):
        self.inner = inner
        self.log = []

    def locked(self):
        return self.inner.locked()

    async def acquire(self):
        self.log.append("acquire")
        return await self.inner.acquire()

    def release(self):
        self.log.append("release")
        self.inner.release()


async def waits(condition):
    async with condition:
        print("woken", await condition.wait())


async def main():
    for none in (object(), 5, "lock", []):
        try:
            asyncio.Condition(none)
        except AttributeError as error:
            print(error)
    lock = Counted(asyncio.Lock())
    condition = asyncio.Condition(lock)
    task = asyncio.create_task(waits(condition))
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
    await task
    print(lock.log, condition.locked())


asyncio.run(main())
