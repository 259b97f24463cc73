import asyncio
import enum
from collections import deque, namedtuple
from dataclasses import dataclass


class Color(enum.Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int = 0


class Plain:
    __match_args__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b

    def __repr__(self):
        return f"Plain({self.a}, {self.b})"


Pair = namedtuple("Pair", "left right")


def kind(v):
    match v:
        case 0 | 1:
            return "small"
        case int(n) if n > 100:
            return f"big {n}"
        case -1.5 | "text":
            return "literal"
        case None | True:
            return "single"
        case Color.RED:
            return "red"
        case [1, *rest, 9]:
            return f"between {rest}"
        case [x]:
            return f"one {x}"
        case (a, [b, c] | (b, c, _)):
            return f"nested {a} {b} {c}"
        case {"op": "add", "args": [left, right], **more}:
            return f"add {left} {right} {more}"
        case {"op": op}:
            return f"op {op}"
        case Point(0, y=yy):
            return f"on axis {yy}"
        case Point(x, y) as p:
            return f"point {x} {y} {p}"
        case Plain(a, Point(x=inner)):
            return f"plain {a} {inner}"
        case Pair("l", r):
            return f"pair {r}"
        case str(s):
            return f"str {s!r}"
        case ValueError(args=(first, *_)):
            return f"value error {first}"
        case OSError() | KeyError():
            return "other error"
        case list() | tuple() | deque():
            return f"many {len(v)}"
        case float():
            return "float"
        case _ if v == 50:
            return "fifty"
        case other:
            return f"other {type(other).__name__}"


for value in (
    0, 500, "text", -1.5, None, True, False, Color.RED, Color.BLUE, [1, 2, 3, 9], (1, 9), [5], [1, [2, 3]], (1, (2, 3, 4)),
    {"op": "add", "args": [1, 2], "k": 3}, {"op": "sub"}, {}, Point(0, 7), Point(3, 4), Plain(1, Point(2)), Plain(1, 2),
    Pair("l", 5), Pair("x", "y"), "hello", ValueError("bad", 1), OSError(), KeyError(1), [], (1, 2, 3), deque([1, 2]), 2.5, 50, 7,
    b"bytes", range(1, 2),
):
    print(value, "->", kind(value))


async def main():
    queue = asyncio.Queue()
    for command in (("sleep", 1), ("say", "hi", "there"), ("stop",), "unknown"):
        queue.put_nowait(command)
    while True:
        match await queue.get():
            case ("sleep", seconds):
                await asyncio.sleep(seconds)
            case ("say", *words):
                print(" ".join(words), asyncio.get_running_loop().time())
            case ["stop"]:
                break
    match await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2)):
        case [one, two] if await asyncio.sleep(0, one < two):
            print("in order", one, two)
    match queue.qsize():
        case 0:
            print("empty")
    try:
        match Point(1, 2):
            case Point(1, 2, 3):
                print("no")
    except TypeError as error:
        print(error)
    try:
        match 5:
            case int(1, 2):
                print("no")
    except TypeError as error:
        print(error)


asyncio.run(main())
