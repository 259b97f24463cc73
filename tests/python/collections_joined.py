# Mappings and lists of `collections` joined with others, in place and not.
import asyncio
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict


async def main():
    o = OrderedDict(a=1, b=2)
    print(o | {"c": 3}, {"z": 0} | o, type({"z": 0} | o).__name__, o.copy())
    p = o
    p |= {"d": 4}
    print(p is o, o)
    p |= [("e", 5)]
    print(o)
    try:
        o | [("f", 1)]
    except TypeError as e:
        print(e)
    d = defaultdict(int, a=1)
    e = d | {"b": 2}
    print(e, e["zz"], {"q": 1} | d, d.copy())

    class Own(OrderedDict):
        pass

    print(type(Own(a=1) | {"b": 1}).__name__, type(Own().copy()).__name__)

    class OwnD(defaultdict):
        pass

    w = OwnD(list, {"a": [1]})
    print(type(w.copy()).__name__, (w | {"b": 2})["c"])
    c = Counter("aab")
    k = c
    c += Counter("bc")
    print(c, k is c)
    c -= Counter("aaa")
    print(c)
    c |= Counter(b=5)
    print(c)
    c &= Counter(b=3, x=1)
    print(c)
    print(
        Counter("ab") <= Counter("aab"),
        Counter("ab") < Counter("ab"),
        Counter("aab") >= Counter("b"),
        Counter("a") > Counter("b"),
        c.copy() is c,
    )
    try:
        Counter("a") + {"a": 1}
    except TypeError as e:
        print(e)
    try:
        Counter("a") | 5
    except TypeError as e:
        print(e)
    m = ChainMap({"a": 1}, {"b": 2})
    m.setdefault("b", 5)
    m.setdefault("c", 6)
    m.update(d=7)
    print(m, m.copy(), m | {"z": 1}, {"y": 1, "a": 0} | m)
    m |= {"k": 1}
    print(m.popitem(), m)
    m.clear()
    print(m)
    try:
        m.popitem()
    except KeyError as e:
        print(e)
    u = UserDict(a=1)
    print(u | {"b": 2}, dict({"c": 1} | u), u.copy())
    u |= {"k": 2}
    print(u)
    l = UserList([1, 2])
    l += [3]
    print(l * 2, [0] + l, l < [2], l + UserList([4]), l[1:])


asyncio.run(main())
