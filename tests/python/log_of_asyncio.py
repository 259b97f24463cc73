"""The logger of asyncio, by its own module."""

import asyncio
from asyncio.log import logger


class Lines:
    level = 0

    def handle(self, record):
        print(record.name, record.levelname, record.getMessage().split(" at ")[0].splitlines()[0])


logger.addHandler(Lines())
logger.propagate = False


async def main():
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_exception_handler({"message": "by hand"})
    print(logger is asyncio.base_events.logger, logger.name)


asyncio.run(main())
