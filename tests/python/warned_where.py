"""Where a warning comes from: what repeats itself at one place is told once. And the places of records that handles log themselves."""

import asyncio
import logging
import warnings


async def old(number):
    warnings.warn(f"old {number % 2}", UserWarning, stacklevel=2)


def plain():
    warnings.warn("plain")


async def by_action(action):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(action)
        for number in range(3):
            plain()
        warnings.warn("plain")
        warnings.warn("plain")
        for number in range(2):
            await old(number)
        await asyncio.gather(*map(old, range(3)))
    print(action)
    for each in caught:
        is_own = each.filename.endswith("warned_where.py")
        print(each.message, each.category.__name__, each.lineno if is_own else "asyncio's own")


class Shows(logging.Handler):
    def emit(self, record):
        print(record.funcName, record.lineno, record.filename, record.module, record.getMessage())


async def logged():
    logger = logging.getLogger("kitchen")
    logger.addHandler(Shows())
    logger.setLevel(logging.INFO)
    loop = asyncio.get_running_loop()
    loop.call_soon(logger.info, "soon")
    loop.call_later(0.001, logger.warning, "later %s", 1)
    future = loop.create_future()
    future.add_done_callback(lambda future: logger.info("lambda"))
    future.set_result(1)
    await asyncio.sleep(0.002)
    logger.info("here")


async def main():
    for action in ("default", "module", "once", "always"):
        await by_action(action)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn("far", stacklevel=100)
        print([(each.filename, each.lineno) for each in caught])
    await logged()


asyncio.run(main())
