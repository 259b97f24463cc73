# itertools, as generators.


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    items = []
    for item in iterable:
        items.append(item)
        yield item
    while items:
        yield from items


def repeat(object, times=None):
    while times is None or times > 0:
        yield object
        if times is not None:
            times -= 1


def chain(*iterables):
    return chain_from(iterables)


def chain_from(iterables):
    for iterable in iterables:
        for element in iterable:
            yield element


chain.from_iterable = chain_from


# What is no number counts as -1 (`itertoolsmodule.c`, `islice_new`).
def bound_of(value, default):
    if value is None:
        return default
    return value.__index__() if hasattr(value, "__index__") else -1


def islice(iterable, *bounds):
    if len(bounds) == 1:
        bounds = (None, *bounds)
    start = bound_of(bounds[0], 0)
    stop = bound_of(bounds[1], None)
    step = bound_of(bounds[2], 1) if len(bounds) > 2 else 1
    if stop == -1:
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if start < 0 or stop is not None and stop < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return slice_of(iter(iterable), start, stop, step)


def slice_of(iterator, start, stop, step):
    at = 0
    wanted = start
    while stop is None or at < stop:
        try:
            element = next(iterator)
        except StopIteration:
            return
        if at == wanted:
            wanted += step
            yield element
            if stop is not None and wanted >= stop:
                while at + 1 < stop:
                    at += 1
                    if next(iterator, None) is None:
                        return
                return
        at += 1


# One item of each pool, in the order of their places in the pools: depth first. `places(chosen)` are those of the next pool that may
# follow the places chosen so far.
def choices(pools, places):
    if not pools:
        yield ()
        return
    chosen = []
    left = [iter(places(chosen))]
    while left:
        place = next(left[-1], None)
        if place is None:
            left.pop()
            del chosen[-1:]
            continue
        chosen.append(place)
        if len(chosen) < len(pools):
            left.append(iter(places(chosen)))
            continue
        yield tuple([pool[at] for pool, at in zip(pools, chosen)])
        chosen.pop()


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    return choices(pools, lambda chosen: range(len(pools[len(chosen)])))


def of_one_pool(items, r, places):
    if r < 0:
        raise ValueError("r must be non-negative")
    return choices([items] * r, places)


def permutations(iterable, r=None):
    items = tuple(iterable)
    count = len(items) if r is None else r
    if count > len(items):
        return iter(())
    return of_one_pool(items, count, lambda chosen: [at for at in range(len(items)) if at not in chosen])


def combinations(iterable, r):
    items = tuple(iterable)
    spare = len(items) - r
    return of_one_pool(items, r, lambda chosen: range(chosen[-1] + 1 if chosen else 0, len(chosen) + spare + 1))


def combinations_with_replacement(iterable, r):
    items = tuple(iterable)
    return of_one_pool(items, r, lambda chosen: range(chosen[-1] if chosen else 0, len(items)))


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    active = [True] * len(iterators)
    while True:
        values = []
        for index, iterator in enumerate(iterators):
            value = fillvalue
            if active[index]:
                try:
                    value = next(iterator)
                except StopIteration:
                    active[index] = False
            values.append(value)
        if not any(active):
            return
        yield tuple(values)


def accumulate(iterable, func=None, *, initial=None):
    is_empty = initial is None
    total = initial
    if not is_empty:
        yield total
    for item in iterable:
        if is_empty:
            is_empty, total = False, item
        else:
            total = total + item if func is None else func(total, item)
        yield total


def pairwise(iterable):
    pair = ()
    for item in iterable:
        pair = (*pair[-1:], item)
        if len(pair) == 2:
            yield pair


# One group ends where the next is asked for: both take from the same iterator.
class groupby:
    def __init__(self, iterable, key=None):
        self.iterator = iter(iterable)
        self.key = key
        self.is_new = True
        self.current = None
        self.pending = []
        self.group_number = 0

    def __iter__(self):
        return self

    def advance(self):
        item = next(self.iterator)
        key = item if self.key is None else self.key(item)
        return key, item

    def __next__(self):
        self.group_number += 1
        if self.is_new:
            self.is_new = False
            self.pending = [self.advance()]
        else:
            while not self.pending or self.pending[0][0] == self.current:
                self.pending = [self.advance()]
        self.current = self.pending[0][0]
        return self.current, self.members(self.current, self.group_number)

    def members(self, key, number):
        while self.group_number == number:
            if not self.pending:
                try:
                    self.pending = [self.advance()]
                except StopIteration:
                    return
            if self.pending[0][0] != key:
                return
            yield self.pending.pop()[1]


def takewhile(predicate, iterable):
    for element in iterable:
        if not predicate(element):
            return
        yield element


def dropwhile(predicate, iterable):
    is_dropping = True
    for item in iterable:
        is_dropping = is_dropping and predicate(item)
        if not is_dropping:
            yield item


def filterfalse(predicate, iterable):
    for element in iterable:
        if not (element if predicate is None else predicate(element)):
            yield element


def starmap(function, iterable):
    for arguments in iterable:
        yield function(*tuple(arguments))


def compress(data, selectors):
    for element, is_selected in zip(data, selectors):
        if is_selected:
            yield element


def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    batch = []
    for item in iterable:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def tee(iterable, n=2):
    iterator = iter(iterable)
    seen = []
    return tuple([tee_of(iterator, seen) for _ in range(n)])


def tee_of(iterator, seen):
    at = 0
    while True:
        if at == len(seen):
            try:
                seen.append(next(iterator))
            except StopIteration:
                return
        yield seen[at]
        at += 1
