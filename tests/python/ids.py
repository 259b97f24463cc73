a = [1]
b = "xyz" * 3
c = (1, b)
d = {1: a}
e = {7}
f = 1.5
g = 2.5
h = 1 << 41
i = slice(1)
j = d.keys()
held = [a, b, c, d, e, f, g, h, i, j, 5, 6, True, False, None, len, int, "q", -1, 0]
lots = (
    [[n] for n in range(50)]
    + [str(n) * 2 for n in range(50)]
    + [(n, n) for n in range(50)]
    + [{n} for n in range(50)]
    + [{n: n} for n in range(50)]
)
print(len({id(x) for x in held}), len({id(x) for x in lots}), id(a) == id(held[0]), id(f) == id(held[5]))
