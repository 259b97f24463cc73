"""What `as_completed` returns: its class, and what goes through it, from 3.13 on in both ways."""

import asyncio
import sys


async def main():
    iterator = asyncio.as_completed([asyncio.sleep(0.01 * number, number) for number in range(3)])
    print(type(iterator).__name__, iter(iterator) is iterator, await next(iterator))
    if sys.version_info >= (3, 13):
        print(aiter(iterator) is iterator, (await anext(iterator)).result(), type(iterator).__module__)
        print(hasattr(type(iterator), "__anext__"), hasattr(iterator, "__aiter__"))
    print([await waited for waited in iterator])


asyncio.run(main())
