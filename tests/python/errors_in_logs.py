"""What handlers make of records with an exception: the lines of its traceback are the program's own."""

import asyncio
import logging
import sys


def places_hidden(text):
    return "\n".join(line.split('"')[0] + line.split('"')[-1] if "File" in line else line for line in text.split("\n"))


class Printing(logging.Handler):
    def emit(self, record):
        print(places_hidden(self.format(record)))


log = logging.getLogger("kitchen")
log.addHandler(Printing())
log.setLevel(logging.DEBUG)
log.propagate = False


async def burn(dish):
    raise ValueError(f"{dish} is burnt")


async def cook(dish):
    try:
        await burn(dish)
    except ValueError:
        log.exception("no %s", dish)


async def serve():
    try:
        try:
            await burn("tea")
        except ValueError as error:
            raise LookupError("nothing to serve") from error
    except LookupError as error:
        log.error("late", exc_info=error)
    log.error("nothing", exc_info=True)
    log.info("told", exc_info=(ValueError, ValueError("made by hand"), None))
    try:
        raise ExceptionGroup("all", [ValueError("soup"), KeyError("salt")])
    except ExceptionGroup:
        log.debug("group", exc_info=sys.exc_info())


async def main():
    await cook("soup")
    await serve()


asyncio.run(main())
root = logging.getLogger()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("{levelname:>8} {name}: {message}", style="{"))
root.addHandler(handler)
try:
    raise ExceptionGroup("none", [ValueError()])
except* ValueError as group:
    logging.critical("%d failed", len(group.exceptions))
