"""What is not installed, for programs that are ready for that, and the names of the module itself."""

import asyncio

try:
    import uvloop_of_nobody
except ImportError as error:
    uvloop_of_nobody = None
    print(repr(error), error.name, error.path)

try:
    from rich_of_nobody.console import Console
except ModuleNotFoundError as error:
    print(error, error.name)
    has_console = False
else:
    has_console = True

try:
    from asyncio import QueueShutDown, eager_task_factory
except ImportError as error:
    print("older", error.name)
else:
    print("newer", QueueShutDown.__name__)


def find():
    try:
        import trio_of_nobody.lowlevel as lowlevel, sys
    except Exception as error:
        return type(error).__name__
    return lowlevel.checkpoint


async def main():
    print(uvloop_of_nobody, find())
    if has_console:
        Console().print("rich")
    try:
        Console
    except NameError as error:
        print(error)


def test_one():
    return "one"


def test_two():
    return "two"


asyncio.run(main())
for name in dir():
    if name.startswith("test_"):
        print(name, globals()[name](), vars()[name] is locals()[name])
print([name for name in vars() if name.startswith("test_")], "main" in locals())
