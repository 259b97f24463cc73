# What an exception says that ends a program: its class has a word in it, and so have those that led to it.
import asyncio


class Burnt(Exception):
    def __str__(self):
        return f"burnt at {self.args[0]} degrees"


class Silent(Exception):
    def __str__(self):
        return 5


async def main():
    try:
        raise Silent(1)
    except Silent as error:
        raise Burnt(250) from error


asyncio.run(main())
