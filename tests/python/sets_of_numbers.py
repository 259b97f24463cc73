"""Sets of numbers alone are gone through in the order of CPython's hash table, whatever was done to them."""

print({3, 1, 2}, {10, 1, 20, 5}, set(range(20, 0, -3)), {100, 8, 16, 0}, {-1, -2, 5})
s = {5, 3}
s.add(1)
s.discard(5)
s.add(4)
print(s, list(s), s.pop())
for x in {9, 7, 8}:
    print(x)
print({1.5, 2, True}, {(1, 2), (0, 1)}, frozenset([3, 2, 1]), {2, 1} | {0}, {1, 2, 3} - {2}, {3, 1} ^ {1, 7})
print({number * number % 17 for number in range(30)}, {*[33, 1, 65], 2, *{97, 129}})
mixed = {3, 1}
mixed.add("soup")
mixed.remove("soup")
mixed.add(2)
print(len(mixed), sorted(mixed))
a = {1.5, 26, 36893488147419103232, 654072, 26}
b = {-5, -441465}
c = {648, -4, -980696, 776, -114758}
d = {23, 1128, 9}
d = a.union(range(-3, 7, 3))
print(d)
d ^= {-171839, 684821, 35, 14, 8}
c.discard(14)
d |= c | set()
a = {*range(-3, 57, 9)}
print(a)
if b:
    print(b.pop())
print(b)
for x in list(d)[0::2]:
    d.remove(x)
d = {*c, 15, *{(0, 1): 0, 15: 0, -2.25: 0, 8: 0, 1: 0, 1180591620717411303427: 0, 38: 0}}
b.add(5)
print(b)
b = c.copy()
c = c.copy()
print(c)
c.clear()
c.update(range(-3, 42, 9), {19})
b = b.copy()
print(b)
d = {*{12: 0, 13: 0, 2: 0, 12: 0}}
print(d)
a = {-3}
print(a)
if d:
    print(d.pop())
print(d)
if b:
    print(b.pop())
print(b)
print(sorted(d, key=repr)[:3], len(d), max([x for x in d if not isinstance(x, tuple)], default=0))
print(d)
if d:
    print(d.pop())
print(d)
c = {-328385, 15}
print(c)
a.clear()
a.update(range(-4, 21, 4), {(3, 5): 0, 6: 0, 14: 0, 18: 0, 12: 0, 23: 0, 31: 0, 972863: 0, 14: 0})
print(a)
b = {*[29, 693592, 10]}
print(b)
b.discard(-1)
a = set([4, 15, 37, 4, 648, 40, 33])
print(a)
print(sorted(b, key=repr)[:3], len(b), max([x for x in b if not isinstance(x, tuple)], default=0))
a.clear()
a.update({22: 0, -2: 0, 400433: 0, -1: 0}, range(1, 40, 5))
d = {x for x in [-4, 2305843009213693952] if not isinstance(x, tuple)}
print([x for x in {11, 560, 20, 0, -5}])
print(a)
print(c & {25, 1456, 30})
c.add((4, 5))
b = set([30, 39, -25290, 2, (4, 4), 4, 8, 1472, 0.5, 20, -270230])
print(b)
b = {*a, 520, *{(1, 4), 1.5, 10, 776, 880, 15, 34, (1, 0), 29, 2, -417679, 30}}
print(b)
b = {*{496, 10000000000.0, 4}}
c = {*[5, 26, 2, 2305843009213693952, 1, (0, 0), -5, 38, -2.25, 18]}
c = {*d, 590920, *{23: 0, -265551: 0, 20: 0, 38: 0, 2: 0, -208204: 0}}
print(c)
c.discard(14)
a = {*a, 0.5, *[0, 26, 561569, 7, -182736, 12, 1312, -485305, 32, 22, 174945, -872484]}
print(sorted(d, key=repr)[:3], len(d), max([x for x in d if not isinstance(x, tuple)], default=0))
print(d)
a = b.copy()
c = {*{18, (3, 0), (0, 1), 26, 11, True, 36, 14, 16, 5, 11, 180225, 2, 21, 1264, 1, 1392, 1}}
print(c)
a.discard(10000000000.0)
b = {-404929, 7, 10, 38, 7, 1.5, 3.0, -5}
d.discard(27)
print([x for x in {14}])
kept = {1}
for change in kept.update, kept.intersection_update, kept.difference_update:
    try:
        change([2, 3], 5)
    except TypeError as error:
        print(error, kept)
print(kept.union([9, 8], {7: 0}), kept & kept, kept ^ kept)
