"""A handler of logs holds the script's module to the very end, when nobody hears any more of what is freed with it."""

import asyncio
import logging

tasks = []


class Records(logging.Handler):
    def emit(self, record):
        print("log", record.levelname, record.getMessage().partition("\n")[0])


async def fail(number):
    raise ValueError(number)


async def main():
    asyncio.create_task(fail(1))
    tasks.append(asyncio.create_task(fail(2)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("over")


logging.getLogger("asyncio").addHandler(Records())
asyncio.run(main())
print("the end")
