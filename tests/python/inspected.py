"""Asking with inspect what something is, and logging, which is no print."""
import asyncio
import inspect
import logging

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
log = logging.getLogger(__name__)


def plain(): pass
def gen(): yield
async def agen(): yield
async def coro(): log.info("in %s", "coro")
class A:
    def m(self): pass
    async def c(self): pass
    def __await__(self):
        yield


async def main():
    log.warning("x")
    logging.error("y")
    print(log.isEnabledFor(logging.DEBUG), log.getEffectiveLevel(), logging.getLogger("a.b").name, log.level)
    for f in (plain, gen, agen, coro, A, A().m, A().c, asyncio.sleep, asyncio.Lock.acquire, len, lambda: 1, A.c):
        print([check(f) for check in (inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction, inspect.isfunction, inspect.ismethod, inspect.isclass)])
    c = coro()
    t = asyncio.create_task(coro())
    for x in (c, gen(), agen(), A(), t, 1):
        print([check(x) for check in (inspect.iscoroutine, inspect.isgenerator, inspect.isasyncgen, inspect.isawaitable)], type(x).__name__)
    c.close()
    await t


asyncio.run(main())


class Told:
    """What is told.

    And more,
      indented.
    """

    def shown(self):
        """Shown"""


class Untold(Told):
    def shown(self):
        return self


print([inspect.getdoc(of) for of in (Told, Untold, Told.shown, Told().shown, Untold().shown, A())])
print(
    repr(inspect.cleandoc("  first\n    second\n      third\n\n")),
    inspect.getmro(Untold)[1].__name__,
    inspect.isabstract(Told),
)
