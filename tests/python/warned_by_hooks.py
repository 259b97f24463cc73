"""Warnings as `warnings` shows them: filters by patterns, functions put in the place of its own, logs, what is deprecated."""

import asyncio
import inspect
import io
import logging
import sys
import warnings


def tried(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


def show(message, category, filename, lineno, file=None, line=None):
    print("shown", category.__name__, message, lineno, file, line)


def of_filters():
    for item in warnings.filters:
        yield (item[0], item[1] and item[1].pattern, item[2].__name__, getattr(item[3], "pattern", item[3]), item[4])


def refused():
    tried("category", lambda: warnings.warn("x", int))
    tried("category", lambda: warnings.warn("x", 5))
    for arguments in [("no",), ("ignore", 5), ("ignore", "", int), ("ignore", "", "x"), ("ignore", "", Warning, 3)]:
        tried(arguments[:2], lambda: warnings.filterwarnings(*arguments))
    tried("action", lambda: warnings.simplefilter("no"))
    tried("line", lambda: warnings.simplefilter("ignore", lineno="x"))
    tried("line", lambda: warnings.simplefilter("ignore", lineno=-1))
    tried("skip", lambda: warnings.warn("x", skip_file_prefixes="x"))


def filtered():
    print(list(of_filters()))
    warnings.warn("one")
    warnings.warn("two", DeprecationWarning)
    warnings.warn(UserWarning("three"))
    warnings.warn("pending", PendingDeprecationWarning)
    for _ in range(3):
        warnings.warn("same")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"a.*b")
        for text in ("axxb", "AXXB tail", "xaxb"):
            warnings.warn(text)
        warnings.filterwarnings("error", category=RuntimeWarning)
        tried("error", lambda: warnings.warn("runtime", RuntimeWarning))
        warnings.filterwarnings("ignore", module="__main__")
        warnings.warn("of this module")
        print(list(of_filters())[:3])
    warnings.warn("of this module")
    warnings.simplefilter("ignore", UserWarning)
    warnings.simplefilter("default", append=True)
    warnings.simplefilter("ignore", UserWarning)
    print([item[0] for item in warnings.filters])
    with warnings.catch_warnings(action="error", category=UserWarning):
        tried("at once", lambda: warnings.warn("now"))
    warnings.resetwarnings()
    print(warnings.filters)


def entered():
    caught = warnings.catch_warnings()
    tried("exit", lambda: caught.__exit__(None, None, None))
    caught.__enter__()
    tried("enter", caught.__enter__)
    caught.__exit__(None, None, None)
    print(warnings.catch_warnings(record=True), warnings.catch_warnings())
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("once")
        for _ in range(2):
            warnings.warn("w")
            warnings.warn("v", BytesWarning)
        print([(str(each.message), each.category.__name__, each.line, each.source) for each in log])
        print(warnings.showwarning is show)
    print(warnings.showwarning is show)


def formatted():
    print(warnings.formatwarning("message", UserWarning, "f.py", 3, "the line "), end="")
    print(warnings.formatwarning(UserWarning("message"), UserWarning, "nowhere.py", 3), end="")
    print(warnings.WarningMessage("message", UserWarning, "f.py", 3))
    for _ in range(2):
        warnings.warn_explicit("explicit", UserWarning, "file.py", 7)
    registry = {}
    for _ in range(2):
        warnings.warn_explicit("explicit", UserWarning, "file.py", 7, registry=registry)


async def never():
    pass


async def leaves():
    never()
    await asyncio.sleep(0)


def unawaited():
    asyncio.run(leaves())
    with warnings.catch_warnings(action="ignore"):
        asyncio.run(leaves())
    with warnings.catch_warnings(action="error"):
        asyncio.run(leaves())


def logged():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
    logging.getLogger("py.warnings").addHandler(handler)
    logging.captureWarnings(True)
    asyncio.run(leaves())
    warnings.warn("logged")
    logging.captureWarnings(False)
    for line in stream.getvalue().splitlines():
        print(line.rpartition("/")[2])
    warnings.warn("no longer logged")


def deprecated():
    @warnings.deprecated("old function")
    def function(number):
        return number

    @warnings.deprecated("old coroutine", category=UserWarning)
    async def coroutine(number):
        return number

    @warnings.deprecated("old class")
    class Kitchen:
        def __init__(self, cook=1):
            self.cook = cook

    class Below(Kitchen):
        pass

    print(function(1), asyncio.run(coroutine(2)), Kitchen(3).cook, Below(4).cook)
    print(function.__deprecated__, Kitchen.__deprecated__, inspect.iscoroutinefunction(coroutine))
    tried("text", lambda: warnings.deprecated(5))


sys.unraisablehook = lambda lost: print("unraisable", lost.exc_type.__name__, lost.exc_value)
warnings.showwarning = show
refused()
filtered()
entered()
formatted()
unawaited()
logged()
if hasattr(warnings, "deprecated"):
    deprecated()


def marked():
    class Cook:
        def __call__(self):
            return never()

        def cook(self):
            return never()

    def made():
        return never()

    print(inspect.markcoroutinefunction(made) is made, inspect.iscoroutinefunction(made))
    print(asyncio.iscoroutinefunction(made), inspect.iscoroutinefunction(inspect.markcoroutinefunction(Cook())))
    inspect.markcoroutinefunction(Cook.cook)
    print(inspect.iscoroutinefunction(Cook().cook), inspect.iscoroutinefunction(Cook()))


if hasattr(inspect, "markcoroutinefunction"):
    marked()
