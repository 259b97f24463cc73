import asyncio
import collections
from collections import deque, defaultdict, Counter, namedtuple, OrderedDict
from enum import Enum, auto, IntEnum
import functools


class Color(Enum):
    RED = 1
    GREEN = 2

    def shout(self):
        return self.name + "!"


class State(Enum):
    IDLE = auto()
    BUSY = auto()


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["GREEN"], list(Color), len(Color))
print(Color.RED is Color(1), Color.RED == Color.GREEN, Color.RED.shout(), isinstance(Color.RED, Color), {Color.RED: 1}[Color.RED], State.BUSY.value)
try:
    Color(7)
except ValueError as e:
    print(e)

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.popleft(), d.pop(), list(d), 3 in d, bool(deque()), d.maxlen)
d.rotate(1)
d.extend([8, 9])
print(d, deque("ab") == deque("ab"), deque([1]) == [1])
dd = defaultdict(list)
dd["a"].append(1)
dd["b"].append(2)
print(dd, dict(dd), list(dd.items()), "a" in dd, dd.get("z"), len(dd))
for k, v in dd.items():
    print(k, v)
di = defaultdict(int)
for c in "hello":
    di[c] += 1
print(sorted(di.items()))
c = Counter("banana")
print(c, c.most_common(2), c["z"], sum(c.values()), c.total(), Counter(a=1) + Counter(a=2))
c.update("bb")
print(c)
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), p._replace(x=5), p._asdict(), P._fields)
x, y = p
print(x, y, {p: 1}[P(1, 2)], len(p), list(p))
od = OrderedDict(a=1, b=2)
od.move_to_end("a")
print(list(od.items()), od.popitem(last=False))
