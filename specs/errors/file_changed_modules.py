# A module that a function imports under another name cannot be changed: what was bound before the run would stay.
# underlines: clock
# underlines: aio
import asyncio


async def main():
    import time as clock

    clock.sleep = lambda seconds: None
    import asyncio as aio

    del aio.sleep


asyncio.run(main())
