# Records know the thread in which they were made, and from 3.12 on the task.
import asyncio
import logging


class Printed(logging.Handler):
    def emit(self, record):
        print(record.threadName, getattr(record, "taskName", "no name of a task"), record.getMessage())


log = logging.getLogger("kitchen")
log.addHandler(Printed())
log.setLevel(logging.INFO)


async def cook(dish):
    log.info("cooks %s", dish)
    await asyncio.to_thread(log.info, "tastes %s", dish)


async def main():
    await asyncio.gather(*(asyncio.create_task(cook(dish), name=dish) for dish in ("soup", "cake")))
    asyncio.get_running_loop().call_soon(log.info, "in a callback")
    await asyncio.sleep(0)


log.info("before")
asyncio.run(main())
