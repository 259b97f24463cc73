# Records as text in each of three styles, formatters, filters and factories of the program's own, and where records say that they come from.
import asyncio
import io
import logging

buf = io.StringIO()


def fresh(fmt=None, **kw):
    h = logging.StreamHandler(buf)
    h.setFormatter(logging.Formatter(fmt, **kw))
    log = logging.getLogger("t")
    for old in list(log.handlers):
        log.removeHandler(old)
    log.addHandler(h)
    log.propagate = False
    log.setLevel(logging.DEBUG)
    return log


def show(label):
    print(label)
    for line in buf.getvalue().splitlines():
        print("  |", line.split('"')[0] + line.split('"')[2] if "File" in line else line)
    buf.seek(0)
    buf.truncate()


fresh("${levelname} $name: $message $$5", style="$").warning("dollar %s", 1)
show("dollar")
fresh("{levelname:>8}|{message:.3}|{where}", style="{", defaults={"where": "here"}).info("braces")
show("brace")
fresh("%(message)s %(conn)s", defaults={"conn": "-"}).info("x")
fresh("%(message)s %(conn)s", defaults={"conn": "-"}).info("y", extra={"conn": 3})
show("defaults")


class Fixed(logging.Formatter):
    def formatTime(self, record, datefmt=None):
        return datefmt or "NOW"

    def formatException(self, ei):
        return f"<{ei[0].__name__}: {ei[1]}>"

    def formatStack(self, stack_info):
        return f"<{stack_info.splitlines()[0]}>"


log = fresh()
log.handlers[0].setFormatter(Fixed("%(asctime)s %(message)s"))
log.info("timed")
log.handlers[0].setFormatter(Fixed("{asctime} {message}", "T", "{"))
log.info("timed")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
log.warning("stack", stack_info=True)
print(log.handlers[0].formatter.usesTime(), logging.Formatter("%(message)s").usesTime())
show("fixed")
log = fresh("%(funcName)s %(message)s")


def outer(level, **kw):
    def inner():
        log.info("inside", stacklevel=level, **kw)

    inner()


for level in (1, 2, 3):
    outer(level)


class Tail(logging.Formatter):
    def formatStack(self, stack_info):
        return "\n".join(stack_info.splitlines()[-4:])


log = fresh()
log.handlers[0].setFormatter(Tail())
outer(1, stack_info=True)
outer(2, stack_info=True)
show("levels")
for bad in (
    ("%s", "%"),
    ("message", "{"),
    ("{message", "{"),
    ("message", "$"),
    ("$ x", "$"),
    ("x", "#"),
    ("%(message)s", "%"),
    ("{message}}", "{"),
):
    try:
        print(bad, logging.Formatter(bad[0], style=bad[1])._fmt)
    except ValueError as e:
        print(bad, e)
try:
    logging.Formatter("%(nope)s").format(logging.makeLogRecord({"msg": "m"}))
except ValueError as e:
    print(e)
try:
    log.info("x", extra={"message": 1})
except KeyError as e:
    print(e)


class Swap(logging.Filter):
    def filter(self, record):
        new = logging.makeLogRecord(vars(record) | {"msg": "swapped %s"})
        return new


log = fresh()
log.addFilter(Swap())
log.info("original %s", 5)
show("swap")
log.filters.clear()
log.addFilter(lambda r: r.levelno > 20)
log.info("no")
log.warning("yes")
show("lambda filter")
print(log.handlers[0], logging.NullHandler(), logging.Handler(30), log)
print(logging.getLevelNamesMapping()["FATAL"], log.handlers[0].level, logging.getLevelName("INFO"))


class Rec(logging.LogRecord):
    def getMessage(self):
        return super().getMessage().upper()


logging.setLogRecordFactory(Rec)
log.error("made by %s", logging.getLogRecordFactory().__name__)
logging.setLogRecordFactory(logging.LogRecord)
show("factory")
bf = logging.BufferingFormatter(logging.Formatter("<%(message)s>"))
print(bf.format([logging.makeLogRecord({"msg": f"m{i}"}) for i in range(3)]))


class Memory(logging.Handler):
    def __init__(self, cap, target):
        super().__init__()
        self.buffer, self.cap, self.target = [], cap, target

    def emit(self, record):
        self.acquire()
        try:
            self.buffer.append(record)
            if len(self.buffer) >= self.cap or record.levelno >= logging.ERROR:
                self.flush()
        finally:
            self.release()

    def flush(self):
        for r in self.buffer:
            self.target.handle(r)
        self.buffer.clear()


log = fresh("%(levelname)s %(message)s")
target = log.handlers[0]
log.handlers[:] = [Memory(3, target)]


async def main():
    for i in range(4):
        log.info("n%d", i)
        await asyncio.sleep(0)
    show("two left out")
    log.fatal("end")
    show("flushed")


asyncio.run(main())
try:
    log.setLevel("LOUD")
except ValueError as e:
    print(e)
