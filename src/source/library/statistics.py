# statistics, but for what estimates distributions. Sums are exact until they are rounded once, as CPython's fractions are.


class StatisticsError(ValueError):
    pass


def are_floats(data):
    return any([isinstance(value, float) for value in data])


# The quotient nearest to what the terms add up to by count: the candidates are told apart by what is left over.
def divided(terms, count):
    near = math.fsum(terms) / count
    if not math.isfinite(near):
        return near
    best, least = near, None
    for candidate in neighbours(near):
        left = abs(math.fsum(terms + products(-candidate, count)))
        if least is None or left < least or left == least and is_even(candidate):
            best, least = candidate, left
    return best


# A number and the floats next to it.
def neighbours(number):
    step = abs(number) * 1.1102230246251568e-16
    return (number, number - step, number + step)


# Whether the last binary digit is 0: then half a step further rounds back.
def is_even(number):
    step = neighbours(number)[2] - number
    return number + step / 2 == number


# Two floats whose sum is the product of two, exactly.
def products(left, right):
    left, right = float(left), float(right)
    product = left * right
    left_high, left_low = halves(left)
    right_high, right_low = halves(right)
    rest = left_high * right_high - product + left_high * right_low + left_low * right_high + left_low * right_low
    return [product, rest]


def halves(number):
    scaled = 134217729.0 * number
    high = scaled - (scaled - number)
    return high, number - high


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    if not are_floats(data):
        total = sum(data)
        return total // len(data) if total % len(data) == 0 else total / len(data)
    return divided([float(value) for value in data], len(data))


def fmean(data, weights=None):
    data = [float(value) for value in data]
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    of_weights = math.fsum(weights)
    if not of_weights:
        raise StatisticsError("sum of weights must be non-zero")
    return math.fsum([value * weight for value, weight in zip(data, weights)]) / of_weights


def geometric_mean(data):
    data = [float(value) for value in data]
    if not data:
        raise StatisticsError("Must have a non-empty dataset" if __python__ >= 13 else NOT_POSITIVE)
    if any([value <= 0.0 for value in data]):
        if __python__ < 13:
            raise StatisticsError(NOT_POSITIVE)
        raise StatisticsError("No negative inputs allowed", min(data))
    return math.exp(fmean([math.log(value) for value in data]))


NOT_POSITIVE = "geometric mean requires a non-empty dataset containing positive numbers"


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    weights = [1] * len(data) if weights is None else list(weights)
    if any([value < 0 for value in data]):
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in data:
        return 0
    if len(data) == 1:
        return data[0]
    parts = [weight / value for weight, value in zip(weights, data)]
    whole = sum(weights)
    best, least = None, None
    for candidate in neighbours(whole / math.fsum(parts)):
        terms = [float(whole)]
        for part in parts:
            terms.extend(products(-candidate, part))
        left = abs(math.fsum(terms))
        if least is None or left < least or left == least and is_even(candidate):
            best, least = candidate, left
    return best


def in_order(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = in_order(data)
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = in_order(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = in_order(data)
    return data[len(data) // 2]


def counted(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    counts = counted(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    most = max(counts.values())
    return next(value for value, count in counts.items() if count == most)


def multimode(data):
    counts = counted(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


# The sum of the squares of the distances from the mean, times how many there are, as floats: a number, and what it lacks.
def spread(data):
    count = len(data)
    terms = []
    for value in data:
        for piece in products(value, value):
            terms.extend(products(piece, count))
    high = math.fsum([float(value) for value in data])
    low = math.fsum([float(value) for value in data] + [-high])
    for left in (high, low):
        for right in (high, low):
            product, rest = products(left, right)
            terms.extend([-product, -rest])
    whole = math.fsum(terms)
    rest = math.fsum(terms + [-whole])
    return [whole, rest, math.fsum(terms + [-whole, -rest])]


def by_count(data, least, name):
    data = list(data)
    if len(data) < least:
        words = "one data point" if least == 1 else "two data points"
        raise StatisticsError(f"{name} requires at least {words}")
    return data


# The spread by a whole number, to the nearest.
def shared(data, below):
    if not are_floats(data):
        count = len(data)
        above = count * sum([value * value for value in data]) - sum(data) ** 2
        return above // below if above % below == 0 else above / below
    return divided(spread(data), below)


def variance(data, xbar=None):
    data = by_count(data, 2, "variance")
    return shared(data, len(data) * (len(data) - 1))


def pvariance(data, mu=None):
    data = by_count(data, 1, "pvariance")
    return shared(data, len(data) * len(data))


# The root of a sum by a whole number, to the nearest.
def root(data, below):
    whole = spread(data)
    near, before, behind = neighbours(math.sqrt(whole[0] / below))
    for lower, upper in ((before, near), (near, behind)):
        side = compared(whole + [], lower, upper, below)
        if side < 0 or side == 0 and is_even(lower):
            return lower
    return behind


# Whether the root lies above (1), below (-1) or at (0) the middle of two floats that are next to each other.
def compared(terms, lower, upper, below):
    half = (upper - lower) / 2
    for left, right in ((lower, lower), (2 * lower, half), (half, half)):
        for piece in products(left, right):
            terms.extend(products(-piece, below))
    difference = math.fsum(terms)
    return (difference > 0) - (difference < 0)


def stdev(data, xbar=None):
    data = by_count(data, 2, "stdev")
    return root(data, len(data) * (len(data) - 1))


def pstdev(data, mu=None):
    data = by_count(data, 1, "pstdev")
    return root(data, len(data) * len(data))


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        if __python__ >= 13 and count == 1:
            return data * (n - 1)
        raise StatisticsError(f"must have at least {'one data point' if __python__ >= 13 else 'two data points'}")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (count - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != "exclusive":
        raise ValueError(f"Unknown method: {method!r}")
    for i in range(1, n):
        j = min(max(i * (count + 1) // n, 1), count - 1)
        delta = i * (count + 1) - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result
