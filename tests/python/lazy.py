import heapq, itertools, functools
from collections import ChainMap, UserDict, UserList


def counted(name, items):
    for item in items:
        print(name, "gives", item)
        yield item


merged = heapq.merge(counted("a", [1, 4, 6]), counted("b", [2, 4, 5]))
print("nothing yet")
print(next(merged), next(merged), next(merged))
print(list(merged))
print(list(heapq.merge([3, 1], [2, 0], reverse=True)), list(heapq.merge(["aa", "b"], ["c", "ddd"], key=len)))
for key, group in itertools.groupby(counted("c", [1, 1, 2, 3, 3]), key=lambda number: number > 1):
    print("group", key)
    for member in group:
        print("member", member)
groups = [(key, group) for key, group in itertools.groupby("aabb")]
print([(key, list(group)) for key, group in groups])
print([(key, len(list(group))) for key, group in itertools.groupby([1, 1, 2])])


@functools.singledispatch
def kind(value):
    return "something"


@kind.register(int)
def _(value):
    return "a number"


class Base:
    pass


class Derived(Base):
    pass


kind.register(Base, lambda value: "a base")
print(kind("x"), kind(3), kind(True), kind(Derived()), kind.dispatch(str)("x"))


class Upper(UserDict):
    def __setitem__(self, key, item):
        super().__setitem__(key.upper(), item)


upper = Upper(a=1)
upper.update({"b": 2})
print(upper, "A" in upper, upper.get("z"), len(upper), sorted(upper), upper.pop("A"), upper == {"B": 2})
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain["a"], chain["b"], len(chain), "c" in chain, dict(chain), chain.new_child({"a": 9})["a"], chain.parents["a"])
numbers = UserList([3, 1, 2])
numbers.sort()
print(numbers, numbers[0], numbers[1:], len(numbers), 3 in numbers)
