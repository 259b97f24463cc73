# A condition on what is no lock, where no class of the program is one.
import asyncio


class Waiters:
    """Keeps what asyncio's own locks keep, under the same name."""

    def __init__(self):
        self._waiters = ["nobody"]


async def main():
    for none in (object(), 5, "lock", []):
        try:
            asyncio.Condition(none)
        except AttributeError as error:
            print(error)
    lock = asyncio.Lock()
    print(Waiters()._waiters, lock._waiters)


asyncio.run(main())
