"""`math.gamma` and `lgamma`, bit for bit; `binomialvariate` of 3.12; the script's own file."""

import math
import os.path
import random


def shown(function, number):
    try:
        return function(number).hex()
    except (OverflowError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


generator = random.Random(5)
numbers = [generator.uniform(-30, 175) for _ in range(40)]
numbers += [generator.uniform(-3, 3) for _ in range(40)]
numbers += [generator.uniform(-190, -140) for _ in range(20)]
numbers += [
    1e-25,
    1e300,
    0.5,
    23.0,
    24.0,
    170.5,
    171.7,
    -0.5,
    1e-300,
    2.5e17,
    0.0,
    -0.0,
    -1.0,
    -5,
    math.inf,
    -math.inf,
    True,
]
for number in numbers:
    print(number, shown(math.gamma, number), shown(math.lgamma, number))
print(math.gamma(math.nan), math.lgamma(math.nan))

if hasattr(random, "binomialvariate") and hasattr(generator, "binomialvariate"):
    for trials, chance in [(1, 0.5), (10, 0.3), (100, 0.05), (100, 0.5), (1000, 0.7), (100_000, 0.25), (40, 0.99)]:
        print(trials, chance, [generator.binomialvariate(trials, chance) for _ in range(12)])
    print([generator.binomialvariate(*given) for given in [(), (5,), (0, 0.5), (5, 0), (5, 1)]])
    print(random.binomialvariate(n=5, p=0.2), generator.random())
    for given in [(-1, 0.5), (3, 1.5), (3, -0.1)]:
        try:
            generator.binomialvariate(*given)
        except ValueError as error:
            print(error)
else:
    print("no binomialvariate")
print(os.path.basename(__file__), __name__)
