"""Groups of exceptions of a script's own class, made with more than a message and members."""

import asyncio


class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code=0):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Coded(self.message, exceptions, self.code + 1)


class Exits(ExceptionGroup):
    def __new__(cls, errors, code):
        self = super().__new__(Exits, f"exit code: {code}", errors)
        self.code = code
        return self

    def derive(self, errors):
        return Exits(errors, self.code)


class Pair(Exception):
    def __new__(cls, first, second):
        self = super().__new__(cls, first)
        self.second = second
        return self


async def fail(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(Coded("inner", [KeyError("key"), TypeError("type")], 7)))
            group.create_task(fail(KeyError("top")))
    except* KeyError as found:
        print(found.exceptions[0].code, repr(found))
    except* TypeError as found:
        print(found.exceptions[0].code, repr(found))


coded = Coded("message", [KeyError(1), ValueError(2)], 5)
print(coded, coded.message, coded.exceptions, coded.args, repr(coded))
matching, rest = coded.split(KeyError)
print(matching.code, matching.exceptions, rest.code, rest.exceptions)
exits = Exits([OSError(1), ValueError(2)], 3)
print(exits, exits.message, exits.exceptions, exits.args, exits.subgroup(ValueError).code)
exits.args = ("other",)
print(exits, exits.args, exits.exceptions)
pair = Pair("a", "b")
print(repr(pair), pair.args, pair.second)
for condition in (5, int):
    try:
        coded.split(condition)
    except TypeError as error:
        print(error)
asyncio.run(main())
