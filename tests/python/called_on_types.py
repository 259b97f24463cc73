# Methods that are called on a built-in type itself, with an object of a class below it; and what the loop calls that asks the program.
import asyncio
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple


class Loud(list):
    def __init__(self, *items):
        list.__init__(self, items)

    def __getitem__(self, index):
        return list.__getitem__(self, index % len(self))

    def __setitem__(self, index, value):
        list.__setitem__(self, index, value + 1)

    def __delitem__(self, index):
        print("delete", index)
        list.__delitem__(self, index)

    def __contains__(self, item):
        return list.__contains__(self, abs(item))

    def __iter__(self):
        return list.__iter__(self)

    def __len__(self):
        return list.__len__(self)

    def __eq__(self, other):
        return list.__eq__(self, other)

    def __repr__(self):
        return "Loud" + list.__repr__(self)

    def append(self, item):
        list.append(self, item * 2)

    def sort(self, **settings):
        list.sort(self, **settings)
        return self


class Headers(dict):
    def __init__(self, *given, **more):
        dict.__init__(self)
        self.update(*given, **more)

    def __setitem__(self, key, value):
        dict.__setitem__(self, key.lower(), value)

    def __getitem__(self, key):
        return dict.__getitem__(self, key.lower())

    def __delitem__(self, key):
        dict.__delitem__(self, key.lower())

    def __contains__(self, key):
        return dict.__contains__(self, key.lower())

    def get(self, key, default=None):
        return dict.get(self, key.lower(), default)

    def update(self, *given, **more):
        for key, value in dict(*given, **more).items():
            self[key] = value


class Open(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


class Text(str):
    def __eq__(self, other):
        return str.__eq__(self.lower(), other.lower())

    def __hash__(self):
        return hash(self.lower())

    def __add__(self, other):
        return Text(str.__add__(self, other))

    def upper(self):
        return "<" + str.upper(self) + ">"


class Capped(int):
    def __new__(cls, value):
        return int.__new__(cls, min(value, 10))

    def __add__(self, other):
        return Capped(int.__add__(self, other))

    def __repr__(self):
        return f"Capped({int.__repr__(self)})"


class Row(tuple):
    def __new__(cls, *items):
        return tuple.__new__(cls, items)

    def __getitem__(self, index):
        return tuple.__getitem__(self, index) * 10


class Watched(set):
    def add(self, item):
        print("add", item)
        set.add(self, item)


class Pair(namedtuple("Pair", "x y")):
    def __getitem__(self, index):
        return tuple.__getitem__(self, index) + 1


class Recent(OrderedDict):
    def __setitem__(self, key, value):
        OrderedDict.__setitem__(self, key, value)
        if len(self) > 2:
            self.popitem(last=False)


class Never(Counter):
    def __missing__(self, key):
        return -1


class Line(deque):
    def append(self, item):
        print("append", item)
        super().append(item)


class Made(defaultdict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


class Item:
    def __init__(self, number):
        self.number = number

    def __repr__(self):
        return f"Item({self.number})"

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number

    def __hash__(self):
        return hash(self.number)


async def called_by_the_loop():
    loop = asyncio.get_running_loop()
    items, known, heap = [Item(2), Item(1)], {}, asyncio.PriorityQueue()
    loop.call_soon(print, "soon", items)
    loop.call_soon(items.remove, Item(1))
    loop.call_later(1, print, "later", items, known, Loud(1))
    loop.call_soon(known.update, {Item(3): "three"})
    loop.call_later(2, heap.put_nowait, Item(5))
    loop.call_later(2, heap.put_nowait, Item(4))
    future = loop.create_future()
    loop.call_later(3, future.set_result, Item(6))
    print(await future, heap.get_nowait(), heap.get_nowait())


def main():
    loud = Loud(1, 2)
    loud.append(2)
    loud[0] = 5
    print(
        loud,
        loud[4],
        -2 in loud,
        list(loud),
        len(loud),
        loud == [6, 2, 4],
        loud.sort(reverse=True),
        loud.sort(key=lambda item: -item),
    )
    del loud[0]
    headers = Headers({"Accept": "json"}, HOST="here")
    headers["Via"] = 1
    del headers["VIA"]
    print(headers, headers["ACCEPT"], "host" in headers, headers.get("None", 0))
    room = Open(size=1)
    room.colour = "red"
    print(room.size, room.nothing, room)
    del room.size
    print(room, dict.keys(room), list(dict.items(room)), dict.copy(room), dict.pop(room, "colour"))
    text = Text("Ab")
    print(
        text == "aB",
        text + "c",
        type(text + "c").__name__,
        text.upper(),
        {text: 1}[Text("AB")],
        str.replace(text, "A", "o"),
    )
    print([Capped(50), Capped(3) + 4], Row(1, 2)[1], Pair(1, 2)[0], Pair(1, 2), sorted(map(str.lower, [text, "Z"])))
    watched = Watched([1])
    watched.add(2)
    print(sorted(watched), set.union(watched, {3}), set.__contains__(watched, 2))
    recent = Recent(a=1, b=2)
    recent["c"] = 3
    line = Line([1], 2)
    line.append(2)
    line.extend([3])
    print(line, line.copy(), line + line, line * 2, recent.setdefault("d", 4), list(recent))
    print(recent, Never("aab"), Never()["x"], Line([1, 2], 1), Made(None, {1: 2}), Made(int)["ab"])


main()
asyncio.run(called_by_the_loop())
