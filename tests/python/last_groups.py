import re
for p, s in ((r"(?P<num>\d+)|(?P<op>[-+])|(?P<ws>\s+)", "12 + 3"), (r"(?P<a>(?P<b>\w)\w*)", "hello"), (r"(a)(b)?", "a ab"), (r"((a)(b))", "ab"), (r"(a)(b*)", "a"), (r"x", "x"), (r"(\w)(?P<z>\d)", "a1")):
    print([(m.lastgroup, m.lastindex, m.group()) for m in re.finditer(p, s)])


from collections import Counter

counts = Counter(a=2, b=-1, c=0)
print(+counts, -counts, type(+counts).__name__)
