# bisect: places in sorted lists.


# The first place from lo on whose item does not come before what is looked for; halves what is left of the list.
def place(items, lo, hi, comes_before):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    end = len(items) if hi is None else hi
    while lo < end:
        middle = (lo + end) // 2
        if comes_before(items[middle]):
            lo = middle + 1
        else:
            end = middle
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    return place(a, lo, hi, lambda item: (item if key is None else key(item)) < x)


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    return place(a, lo, hi, lambda item: not x < (item if key is None else key(item)))


def insort_left(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)


bisect = bisect_right
insort = insort_right
