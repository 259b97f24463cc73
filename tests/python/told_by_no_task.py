"""What a runner tells of tasks that failed while it cancelled them it tells outside of any task, whoever ran last."""

import asyncio
import logging


class Records(logging.Handler):
    def emit(self, record):
        print(record.getMessage().splitlines()[0], getattr(record, "taskName", None))


async def late():
    for _ in range(5):
        await asyncio.sleep(0)


async def fails():
    try:
        await asyncio.sleep(9)
    finally:
        asyncio.create_task(late(), name="late")
        raise KeyError("last")


async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(1)


logging.getLogger("asyncio").addHandler(Records())
asyncio.run(main())
