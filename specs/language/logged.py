# /// kitchen-sim
# description = "What a program logs, and what it writes to stderr, are events of their own beside its prints"
#
# [expect]
# ends = "2s"
# prints = ["soup is ready"]
# ///
import asyncio
import logging
import sys

log = logging.getLogger("kitchen")


async def cook(dish, seconds):
    log.info("%s is on", dish)
    await asyncio.sleep(seconds)
    if dish == "roast":
        raise ValueError("burnt")
    print(f"{dish} is ready")


async def main():
    results = await asyncio.gather(cook("soup", 1), cook("roast", 2), return_exceptions=True)
    log.warning("the roast: %r", results[1])
    print("one dish short", file=sys.stderr)


logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
asyncio.run(main())
