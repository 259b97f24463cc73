# Records of logs know where the script logged.
import asyncio
import logging


class Kept(logging.Handler):
    def emit(self, record):
        place = (record.funcName, record.lineno, record.module, record.filename)
        print(*place, record.levelname, record.getMessage(), record.created, record.msecs)


log = logging.getLogger("kitchen")
log.propagate = False
log.setLevel(logging.DEBUG)
log.addHandler(Kept())


class Cook:
    async def cook(self, n):
        log.info("cooks %d", n)
        await asyncio.sleep(n)
        try:
            1 / (n - 2)
        except ZeroDivisionError:
            log.exception("burnt")
        (lambda: log.warning("done"))()


class Tables(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"table {self.extra['table']}: {msg}", kwargs


async def main():
    await asyncio.gather(Cook().cook(1.25), Cook().cook(2))
    tables = Tables(log, {"table": 4})
    tables.error("waits")
    print(tables.isEnabledFor(5), tables.getEffectiveLevel(), tables.hasHandlers(), tables.name, tables)
    print(logging.Formatter("%(funcName)s:%(lineno)d:%(message)s").format(log.makeRecord("n", 10, "dir/file.py", 7, "m", (), None, "f")))


asyncio.run(main())
