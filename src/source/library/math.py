# math: what sums of products are, rounded once.


# Two lists, or what can be gone through, of the same length.
def sumprod(p, q, /):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    if not any([isinstance(each, float) for each in p + q]):
        return sum([left * right for left, right in zip(p, q)])
    terms = []
    for left, right in zip(p, q):
        terms.extend(product_in_parts(float(left), float(right)))
    return math.fsum(terms)


def fma(x, y, z, /):
    x, y, z = float(x), float(y), float(z)
    if not all([math.isfinite(each) for each in (x, y, z)]):
        if math.isnan(x * y + z) and not any([math.isnan(each) for each in (x, y, z)]):
            raise ValueError("invalid operation in fma")
        return x * y + z
    if not math.isfinite(x * y):
        raise OverflowError("overflow in fma")
    return math.fsum(product_in_parts(x, y) + [z]) if x * y else x * y + z


# Two floats whose sum is the product of two, exactly.
def product_in_parts(x, y):
    whole = x * y
    if not math.isfinite(whole) or not whole:
        return [whole]
    high, low = halves_of(x)
    high_of_other, low_of_other = halves_of(y)
    rest = high * high_of_other - whole + high * low_of_other + low * high_of_other + low * low_of_other
    return [whole, rest]


def halves_of(number):
    if abs(number) > 1e290:
        high, low = halves_of(number / 1073741824.0)
        return high * 1073741824.0, low * 1073741824.0
    scaled = 134217729.0 * number
    high = scaled - (scaled - number)
    return high, number - high
