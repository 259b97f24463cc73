"""What CPython has on Windows alone: a program may name it behind a look at its platform."""

import asyncio, sys, os, signal

if sys.platform == "win32":
    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
if os.name == "nt":
    from asyncio import WindowsProactorEventLoopPolicy

    loop = asyncio.ProactorEventLoop()
    asyncio.set_event_loop_policy(WindowsProactorEventLoopPolicy())
if sys.platform.startswith("win"):
    signal.signal(signal.SIGBREAK, lambda *a: None)


async def main():
    if sys.platform != "win32":
        print(1)
    else:
        print(asyncio.ProactorEventLoop())
    print(hasattr(asyncio, "WindowsSelectorEventLoopPolicy"), hasattr(asyncio, "ProactorEventLoop"))
    try:
        asyncio.ProactorEventLoop
    except AttributeError as e:
        print(e)
    try:
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    except AttributeError as e:
        print(e)
    try:
        from asyncio import ProactorEventLoop
    except ImportError as e:
        print(str(e).split(" (")[0])


asyncio.run(main())
