# Classes below json's encoder and decoder.
import asyncio
import dataclasses
import enum
import json
from datetime import date
from decimal import Decimal


class Course(enum.Enum):
    SOUP = "soup"


@dataclasses.dataclass
class Order:
    table: int
    course: Course


class Encoder(json.JSONEncoder):
    def default(self, o):
        if dataclasses.is_dataclass(o):
            return dataclasses.asdict(o)
        if isinstance(o, enum.Enum):
            return o.name
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, (date, Decimal)):
            return str(o)
        return super().default(o)


class Marked(json.JSONEncoder):
    def __init__(self, *, mark="?", **settings):
        super().__init__(**settings)
        self.mark = mark

    def encode(self, o):
        return self.mark + super().encode(o)


class Decoder(json.JSONDecoder):
    def __init__(self, **settings):
        super().__init__(object_hook=self.made, **settings)

    def made(self, found):
        return Order(found["table"], Course[found["course"]]) if "course" in found else found


async def main():
    orders = [Order(1, Course.SOUP), {"day": date(2024, 5, 6), "sum": Decimal("1.50"), "tables": {3, 1}}]
    text = json.dumps(orders, cls=Encoder, sort_keys=True)
    print(text)
    print(Encoder(indent=1).encode(orders))
    print("".join(Encoder().iterencode([1, {2}])), json.JSONEncoder(separators=(",", ":")).encode({"a": [1, 2]}))
    for thing in (main, object, b"x"):
        try:
            json.dumps(thing, cls=Encoder)
        except TypeError as error:
            print(error)
    print(json.dumps([1], cls=Marked), json.dumps([1], cls=Marked, mark="!", indent=0))
    print(json.loads(text, cls=Decoder), json.JSONDecoder().decode(" [1, 2.5] "))
    print(json.JSONDecoder(parse_float=Decimal).decode("[1.10]"), json.JSONDecoder().raw_decode('{"a": 1} and more'))
    print(
        json.loads('"a\tb"', strict=False), json.dumps({"a": 1}, check_circular=False), json.JSONEncoder.item_separator
    )
    for text in ("[1] 2", "[1,", "nothing"):
        try:
            json.JSONDecoder().decode(text)
        except json.JSONDecodeError as error:
            print(error)


asyncio.run(main())
