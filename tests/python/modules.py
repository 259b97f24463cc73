"""Modules that programs use beside asyncio: json, copy, inspect, bisect, traceback, sys."""

import asyncio
import bisect
import copy
import inspect
import json
import sys
import traceback
from dataclasses import dataclass, field
from enum import Enum


class Color(Enum):
    RED = 1


@dataclass
class Order:
    number: int
    dishes: list = field(default_factory=list)


class Kept:
    def __init__(self):
        self.me = self
        self.items = [1, [2]]

    def method(self):
        pass

    async def later(self):
        pass


class AppError(Exception):
    pass


def texts():
    values = {"b": [1, 2.5, None, True, False, "x\"\n\té\\", {}], "a": {"n": -1, "l": [], "t": (1, 2)}, 3: 1e100, None: 0, 2.5: "\U0001f600"}
    print(json.dumps(values))
    print(json.dumps(values, ensure_ascii=False, separators=(",", ":")))
    print(json.dumps({"b": [1, {"x": []}], "a": {}}, indent=2, sort_keys=True))
    print(json.dumps([1, "a"], indent="--"), json.dumps(Order(1), default=vars), json.dumps([float("inf"), float("nan")]))
    print(json.loads(json.dumps(values)) == {**values, "a": {"n": -1, "l": [], "t": [1, 2]}, "3": 1e100, "null": 0, "2.5": "\U0001f600"})
    print(json.loads(' {"a": [1, -2.5e3, true, null, "\\u00e9\\ud83d\\ude00\\n"], "b": {}} '))
    for wrong in ("", "[1,", "{'a': 1}", '{"a" 1}', "[1 2]", '"abc', "[1] x", "nope", '{"a": 1,}', "[1,]", '"\\x"', "01"):
        try:
            print(json.loads(wrong))
        except json.JSONDecodeError as error:
            print(repr(wrong), error, error.pos)
    for wrong in (Order(2), texts, {(1, 2): 3}):
        try:
            json.dumps(wrong)
        except TypeError as error:
            print(error)


def copies():
    nested = [1, [2, 3], {"k": [4]}]
    shallow, deep = copy.copy(nested), copy.deepcopy(nested)
    nested[1].append(5)
    nested[2]["k"] = 6
    print(shallow, deep, shallow is nested)
    order = Order(1, ["soup"])
    other, apart = copy.copy(order), copy.deepcopy(order)
    order.dishes.append("tea")
    print(other, apart, other == order)
    kept = copy.deepcopy(Kept())
    print(kept.me is kept, kept.items, type(kept).__name__)
    pair = (1, "a")
    print(copy.copy(pair) is pair, copy.deepcopy(pair) is pair, copy.deepcopy(([1],)), copy.copy(Color.RED) is Color.RED)
    print(copy.deepcopy({1, 2}), copy.copy({"a": 1}), copy.deepcopy(None), copy.deepcopy(texts) is texts, copy.copy(Order) is Order)


async def numbers():
    yield 1


async def kinds():
    coroutine, plain, later = Kept().later(), (x for x in "ab"), numbers()
    print(inspect.iscoroutinefunction(kinds), inspect.iscoroutinefunction(Kept().later), inspect.iscoroutinefunction(texts))
    print([inspect.iscoroutine(x) for x in (coroutine, plain, later, kinds)], [inspect.isawaitable(x) for x in (coroutine, asyncio.current_task(), 1)])
    print(inspect.isgenerator(plain), inspect.isasyncgen(later), inspect.isfunction(texts), inspect.ismethod(Kept().method), inspect.isclass(Kept), inspect.isclass(1))
    print(coroutine.__name__, coroutine.__qualname__, plain.__name__, later.__name__, asyncio.current_task().get_coro().__name__)
    await coroutine
    task = asyncio.create_task(asyncio.sleep(0), name="nap")
    print(task.get_coro().__name__, task.get_name())
    await task


def places():
    numbers = [1, 3, 3, 5]
    print(bisect.bisect(numbers, 3), bisect.bisect_left(numbers, 3), bisect.bisect_right(numbers, 0), bisect.bisect_left(["bb", "a"], 1, key=len))
    bisect.insort(numbers, 4)
    bisect.insort_left(numbers, 3)
    print(numbers)


def handled():
    print(sys.exc_info(), sys.exception())
    try:
        raise AppError("first")
    except AppError as error:
        print(sys.exception() is error, sys.exc_info()[:2], sys.exc_info()[2] is not None, error.__context__)
        try:
            raise KeyError("second") from error
        except KeyError as second:
            print(repr(sys.exception()), sys.exc_info()[1] is second)
            second.add_note("a note\nof two lines")
            print(traceback.format_exception_only(second), traceback.format_exception_only(type(error), error))
            traceback.print_exc()
        print(sys.exception() is error)
    print(sys.exception(), traceback.format_exception_only(asyncio.CancelledError()), traceback.format_exception_only(ExceptionGroup("g", [OSError(1, "no")])))


texts()
copies()
asyncio.run(kinds())
places()
handled()
