"""Weak references asked again and again, one by one and in collections."""

import weakref
class Node:
    def __init__(self, name): self.name = name
keep = [Node(i) for i in range(500)]
def run():
    cache = weakref.WeakValueDictionary()
    nodes = []
    for i in range(60):
        node = Node(i)
        nodes.append(node)
        cache[i] = node
    total = 0
    for _ in range(50):
        for i in range(60):
            total += cache.get(i).name
    del nodes[10:]
    print(total, len(cache), sorted(cache.keys()))
    r = weakref.ref(nodes[0])
    for _ in range(2000):
        assert r() is nodes[0]
    seen = weakref.WeakSet(nodes)
    del nodes[5:]
    del node
    print(len(seen), nodes[0] in seen)
run()
