"""What functions tell of themselves: defaults, code, annotations where there are none, and what `functools.wraps` leaves."""

import functools
import inspect


async def cook(dish, heat="low", /, minutes=4, *extras, salt=1.0, **spices):
    def stir():
        return dish

    return stir


def chop(what, pieces=2):
    return what


def fry(what: str) -> str:
    return what


async def orders():
    yield 1


def dishes():
    yield "soup"


print(cook.__defaults__, cook.__kwdefaults__, chop.__defaults__, chop.__kwdefaults__, dishes.__defaults__)
for each in (cook, chop, fry, orders, dishes):
    code = each.__code__
    print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags, code.co_firstlineno)
print(bool(cook.__code__.co_flags & inspect.CO_COROUTINE), bool(chop.__code__.co_flags & inspect.CO_COROUTINE))
print(chop.__annotations__, chop.__closure__, chop.__call__(7), hasattr(chop, "__code__"), hasattr(chop, "recipe"))
chop.__annotations__["what"] = str
print(chop.__annotations__)


@functools.wraps(fry)
def wrapper(*arguments):
    return fry(*arguments)


print(wrapper.__name__, wrapper("onions"), wrapper.__wrapped__ is fry, wrapper.__code__.co_name)
