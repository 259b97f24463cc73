# itertools, by the equivalents that its documentation gives.


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    saved = []
    for element in iterable:
        yield element
        saved.append(element)
    while saved:
        for element in saved:
            yield element


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


def chain(*iterables):
    return chain_from(iterables)


def chain_from(iterables):
    for iterable in iterables:
        for element in iterable:
            yield element


chain.from_iterable = chain_from


def islice(iterable, *bounds):
    if len(bounds) == 1:
        start, stop, step = 0, bounds[0], 1
    else:
        start, stop, step = bounds[0] or 0, bounds[1], (bounds[2] if len(bounds) > 2 else 1) or 1
    if start < 0 or (stop is not None and stop < 0):
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
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


def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    results = [()]
    for pool in pools:
        results = [result + (item,) for result in results for item in pool]
    for result in results:
        yield result


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in indices[:r]])
    while n:
        for i in reversed(range(r)):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1 :] + indices[i : i + 1]
                cycles[i] = n - i
            else:
                j = cycles[i]
                indices[i], indices[-j] = indices[-j], indices[i]
                yield tuple([pool[i] for i in indices[:r]])
                break
        else:
            return


def combinations(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    yield tuple([pool[i] for i in indices])
    while True:
        for i in reversed(range(r)):
            if indices[i] != i + n - r:
                break
        else:
            return
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1
        yield tuple([pool[i] for i in indices])


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if not n and r:
        return
    indices = [0] * r
    yield tuple([pool[i] for i in indices])
    while True:
        for i in reversed(range(r)):
            if indices[i] != n - 1:
                break
        else:
            return
        indices[i:] = [indices[i] + 1] * (r - i)
        yield tuple([pool[i] for i in indices])


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
    iterator = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    for element in iterator:
        total = total + element if func is None else func(total, element)
        yield total


def pairwise(iterable):
    iterator = iter(iterable)
    try:
        before = next(iterator)
    except StopIteration:
        return
    for element in iterator:
        yield before, element
        before = element


def groupby(iterable, key=None):
    group = []
    group_key = None
    for element in iterable:
        element_key = element if key is None else key(element)
        if group and element_key == group_key:
            group.append(element)
            continue
        if group:
            yield group_key, iter(group)
        group = [element]
        group_key = element_key
    if group:
        yield group_key, iter(group)


def takewhile(predicate, iterable):
    for element in iterable:
        if not predicate(element):
            return
        yield element


def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for element in iterator:
        if not predicate(element):
            yield element
            break
    for element in iterator:
        yield element


def filterfalse(predicate, iterable):
    for element in iterable:
        if not (element if predicate is None else predicate(element)):
            yield element


def starmap(function, iterable):
    for arguments in iterable:
        yield function(*arguments)


def compress(data, selectors):
    for element, is_selected in zip(data, selectors):
        if is_selected:
            yield element


def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    iterator = iter(iterable)
    while batch := tuple(islice(iterator, n)):
        yield batch


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
