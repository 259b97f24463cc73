"""Counters with a sign, and deques and ordered dicts backwards."""

from collections import Counter, OrderedDict, deque

counts = Counter(a=2, b=-1, c=0)
print(+counts, -counts, counts - Counter(a=1), list(reversed(deque([1, 2, 3]))))
print(OrderedDict.fromkeys("ab", 0)["b"], list(OrderedDict.fromkeys([3, 1, 3])), list(reversed(OrderedDict.fromkeys("ab"))))
