# heapq: the heaps of CPython's own, comparison by comparison.


def heappush(heap, item):
    heap.append(item)
    rise(heap, len(heap) - 1, 0)


def heappop(heap):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    return heapreplace(heap, last) if heap else last


def heapreplace(heap, item):
    if not heap:
        raise IndexError("index out of range")
    least = heap[0]
    heap[0] = item
    settle(heap, 0)
    return least


def heappushpop(heap, item):
    return heapreplace(heap, item) if heap and heap[0] < item else item


def heapify(x):
    if not isinstance(x, list):
        raise TypeError(f"heapify() argument must be list, not {type(x).__name__}")
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


# The least of what is next is given, of equal ones that of the first iterable; then its iterable is asked for the next.
def merge(*iterables, key=None, reverse=False):
    heads = []
    for iterable in iterables:
        iterator = iter(iterable)
        for item in iterator:
            heads.append([item if key is None else key(item), item, iterator])
            break
    while heads:
        best = 0
        for place in range(1, len(heads)):
            if heads[best][0] < heads[place][0] if reverse else heads[place][0] < heads[best][0]:
                best = place
        head = heads[best]
        yield head[1]
        for item in head[2]:
            head[0] = item if key is None else key(item)
            head[1] = item
            break
        else:
            del heads[best]
