# typing, as far as it does anything.


def cast(typ, val):
    return val
