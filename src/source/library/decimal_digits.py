# Whole numbers of any length, as texts of digits: what decimals are made of.


def stripped(digits):
    return digits.lstrip("0") or "0"


def add_digits(one, other):
    width = max(len(one), len(other))
    carry, total = 0, []
    for first, second in zip(reversed(one.zfill(width)), reversed(other.zfill(width))):
        carry, digit = divmod(int(first) + int(second) + carry, 10)
        total.append(str(digit))
    if carry:
        total.append("1")
    return stripped("".join(reversed(total)))


# The second is not greater than the first.
def subtract_digits(one, other):
    borrowed, rest = 0, []
    for first, second in zip(reversed(one), reversed(other.zfill(len(one)))):
        digit = int(first) - int(second) - borrowed
        borrowed = digit < 0
        rest.append(str(digit + 10 * borrowed))
    return stripped("".join(reversed(rest)))


def multiply_digits(one, other):
    sums = [0] * (len(one) + len(other))
    for i, first in enumerate(reversed(one)):
        for j, second in enumerate(reversed(other)):
            sums[i + j] += int(first) * int(second)
    carry, product = 0, []
    for place in sums:
        carry, digit = divmod(place + carry, 10)
        product.append(str(digit))
    return stripped("".join(reversed(product)))


def is_less(one, other):
    return (len(one), one) < (len(other), other)


def divide_digits(one, other):
    quotient, rest = [], "0"
    for digit in one:
        rest = stripped(rest + digit)
        count = 0
        while not is_less(rest, other):
            rest = subtract_digits(rest, other)
            count += 1
        quotient.append(str(count))
    return stripped("".join(quotient)), rest


# The root, rounded down: two digits of the number make one of the root.
def root_of_digits(digits):
    if len(digits) % 2:
        digits = "0" + digits
    root = rest = "0"
    for at in range(0, len(digits), 2):
        rest = stripped(rest + digits[at : at + 2])
        double = multiply_digits(root, "20")
        digit = 9
        while is_less(rest, multiply_digits(add_digits(double, str(digit)), str(digit))):
            digit -= 1
        rest = subtract_digits(rest, multiply_digits(add_digits(double, str(digit)), str(digit)))
        root = stripped(root + str(digit))
    return root
