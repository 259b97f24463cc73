# heapq: the heaps of CPython's own, comparison by comparison.


def heappush(heap, item):
    heap.append(item)
    rise(heap, len(heap) - 1, 0)


def heappop(heap):
    last = heap.pop()
    return heapreplace(heap, last) if heap else last


def heapreplace(heap, item):
    least = heap[0]
    heap[0] = item
    settle(heap, 0)
    return least


def heappushpop(heap, item):
    return heapreplace(heap, item) if heap and heap[0] < item else item


def heapify(x):
    for place in range(len(x) // 2 - 1, -1, -1):
        settle(x, place)


# Items change places one by one, so that a comparison that fails leaves the heap as C's does.
def rise(heap, place, top):
    while place > top:
        above = (place - 1) // 2
        if not heap[place] < heap[above]:
            break
        heap[place], heap[above] = heap[above], heap[place]
        place = above


# The item at `top` goes down to a leaf, behind the least below it at each step, and rises from there.
def settle(heap, top):
    place = top
    while 2 * place + 1 < len(heap):
        below = 2 * place + 1
        if below + 1 < len(heap) and not heap[below] < heap[below + 1]:
            below += 1
        heap[place], heap[below] = heap[below], heap[place]
        place = below
    rise(heap, place, top)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:n]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:n]


def merge(*iterables, key=None, reverse=False):
    items = []
    for iterable in iterables:
        items.extend(iterable)
    return iter(sorted(items, key=key, reverse=reverse))
