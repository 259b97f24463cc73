# Parts of json, traceback, operator and of the built-in exceptions that are asked for seldom.
import asyncio
import io
import json
import operator
import traceback

print(json.loads('[1, 2.5, {"a": NaN}]', parse_int=str, parse_float=lambda x: x + "!", parse_constant=lambda x: x.lower()))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads(b"[true]"))
file = io.StringIO()
json.dump({"b": [1]}, file, indent=1)
print(file.getvalue(), json.load(io.StringIO('{"x": null}')))
circle = {}
circle["me"] = [circle]
for bad in (circle, float("nan")):
    try:
        json.dumps(bad, allow_nan=False)
    except ValueError as error:
        print(error)


def deeper(n):
    if n == 0:
        raise IndexError("bottom")
    deeper(n - 1)


for depth in (2, 3, 4, 12):
    try:
        deeper(depth)
    except IndexError as error:
        summary = traceback.extract_tb(error.__traceback__)
        lines = summary.format()
        print(type(summary).__name__, len(summary), len(lines), lines[-2].strip().splitlines()[0].split(", ")[-1], summary[-1].name)

print(operator.index(True), operator.countOf("aab", "a"), operator.indexOf([5, 6], 6), operator.abs(-3), operator.inv(4), operator.pos(-1))
print(operator.lshift(1, 3), operator.iadd([1], [2]), operator.ior({1}, {2}))
kept = [1, 2]
operator.delitem(kept, 0)
print(kept)

for name in (
    IOError, EnvironmentError, IndentationError, TabError, BytesWarning, EncodingWarning, ImportWarning,
    PendingDeprecationWarning, SyntaxWarning, UnicodeWarning,
):
    print(name.__name__, name.__mro__[1].__name__)
print(ImportError("i").msg, ImportError("i", "j").msg, SyntaxError("s").msg, SyntaxError("s").lineno)
where = SyntaxError("bad", ("file", 3, 5, "text"))
print(where.filename, where.lineno, where.offset, where.text, where.end_lineno, where.msg)
where.lineno = 9
print(where.lineno)


class Coded(Exception):
    def __init__(self, code):
        super().__init__(code)


class Kitchen:
    async def cook(self, *dishes):
        return dishes


async def main():
    future = asyncio.Future()
    try:
        future.set_exception(Coded)
    except TypeError as error:
        print(error, future.done())
    future.set_result(1)
    try:
        future.set_exception(Coded)
    except asyncio.InvalidStateError as error:
        print(error)
    print(asyncio.current_task(3), asyncio.current_task() is not None)
    cook = Kitchen().cook
    print(hasattr(cook, "__type_params__"), hasattr(cook, "price"), await cook.__call__("tea"))
    print(await cook("soup"))
    try:
        asyncio.create_task(main)
    except TypeError as error:
        print(str(error)[:48])


asyncio.run(main())
try:
    asyncio.set_event_loop(3)
except TypeError as error:
    print(error)
loop = asyncio.new_event_loop()
order = []
loop.call_later(0, order.append, "timer")
for _ in range(2):
    loop.stop()
    loop.run_forever()
    print(order)
loop.close()
