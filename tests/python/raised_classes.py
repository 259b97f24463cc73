# `raise` calls a class, which may say how its objects are made.
import asyncio


class Burnt(Exception):
    def __init__(self):
        super().__init__("burnt")
        self.degrees = 300


class Charred(Burnt):
    pass


class Named(Exception):
    def __init__(self, name):
        super().__init__(name)


class Cold(Exception):
    def __new__(cls):
        return 5


class Odd(Exception):
    def __init__(self):
        raise ValueError("in the making")


def attempt(kind, cause=None):
    try:
        if cause is None:
            raise kind
        raise kind from cause
    except Exception as error:
        print(repr(error), getattr(error, "degrees", None), repr(error.__cause__), repr(error.__context__))


attempt(Burnt)
attempt(Charred)
attempt(Charred, Burnt)
attempt(KeyError, Charred)
attempt(Named)
attempt(Cold)


def cold_inside():
    class Colder(Exception):
        def __new__(cls):
            return "ice"

    attempt(Colder)


cold_inside()
attempt(Odd)
try:
    raise LookupError
except LookupError:
    attempt(Burnt)
for name in ("__cause__", "__context__"):
    try:
        setattr(Burnt(), name, 3)
    except TypeError as error:
        print(error)


def generate():
    try:
        yield
    except Burnt as error:
        yield repr(error), error.degrees


async def main():
    generator = generate()
    next(generator)
    print(generator.throw(Charred))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(Burnt)
    try:
        await future
    except Burnt as error:
        print(repr(error), error.degrees)


asyncio.run(main())
