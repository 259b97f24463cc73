# A deque that changes while it is gone through.
from collections import deque


def attempt(change, *given):
    items = deque([3, 1, 2], *given)
    seen = []
    try:
        for item in items:
            seen.append(item)
            if len(seen) == 2:
                change(items)
    except RuntimeError as error:
        print(error, end=" ")
    print(seen, items)


def taken_back(items):
    items.append(4)
    items.pop()


attempt(lambda items: items.append(4))
attempt(lambda items: items.append(4), 3)
attempt(lambda items: items.appendleft(4))
attempt(lambda items: items.pop())
attempt(lambda items: items.popleft())
attempt(lambda items: items.clear())
attempt(lambda items: items.rotate())
attempt(lambda items: items.rotate(0))
attempt(lambda items: items.remove(3))
attempt(lambda items: items.insert(0, 5))
attempt(lambda items: items.extend([]))
attempt(lambda items: items.extend([6]))
attempt(lambda items: items.reverse())
attempt(lambda items: items.__setitem__(2, 7))
attempt(lambda items: items.__delitem__(0))
attempt(taken_back)

items = deque([1])
walk = iter(items)
print(list(walk), list(walk))
items.append(2)
try:
    next(walk)
except RuntimeError as error:
    print(error)
try:
    print(list(walk))
except RuntimeError as error:
    print(error)
print(sorted(items), sum(items), max(items), [*items], 2 in items, dict(zip(items, items)))
first, second = items
print(first, second)
