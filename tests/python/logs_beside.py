"""A module of logs that nobody uses holds nothing of the script: what is lost at the end is told of."""

import asyncio
import logging

KEPT = []


async def fail():
    raise ValueError("a")


def handler(loop, context):
    print("handler", context["message"])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    KEPT.append(asyncio.create_task(fail()))


print(object.__module__, type(object()).__module__, logging.DEBUG)
asyncio.run(main())
