# datetime: durations.


# What has an order among its like: the sign of the difference.
class Ordered:
    def _is_ordered_with(self, other):
        return self._is_like(other)

    def __lt__(self, other):
        return self._compared(other) < 0 if self._is_ordered_with(other) else NotImplemented

    def __le__(self, other):
        return self._compared(other) <= 0 if self._is_ordered_with(other) else NotImplemented

    def __gt__(self, other):
        return self._compared(other) > 0 if self._is_ordered_with(other) else NotImplemented

    def __ge__(self, other):
        return self._compared(other) >= 0 if self._is_ordered_with(other) else NotImplemented


class timedelta(Ordered):
    __type_name__ = "datetime.timedelta"

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole, part = 0, 0.0
        units = (
            (days, 86_400_000_000),
            (seconds, 1_000_000),
            (microseconds, 1),
            (milliseconds, 1_000),
            (minutes, 60_000_000),
            (hours, 3_600_000_000),
            (weeks, 604_800_000_000),
        )
        for value, size in units:
            if isinstance(value, float):
                rest, of_unit = math.modf(value)
                whole += int(of_unit) * size
                part += rest * size
            elif isinstance(value, int):
                whole += value * size
            else:
                kind = type(value).__name__
                raise TypeError(f"unsupported type for timedelta {unit_of(units, size)} component: {kind}")
        __setfield__(self, "_all", whole + round(part))
        days_left, rest = divmod(self._all, 86_400_000_000)
        if abs(days_left) > 999_999_999:
            raise OverflowError(f"days={days_left}; must have magnitude <= 999999999")
        __setfield__(self, "days", days_left)
        __setfield__(self, "seconds", rest // 1_000_000)
        __setfield__(self, "microseconds", rest % 1_000_000)

    def __setattr__(self, name, value):
        if name in ("days", "seconds", "microseconds"):
            raise AttributeError("readonly attribute")
        __setfield__(self, name, value)

    def total_seconds(self):
        return self._all / 1_000_000

    def __repr__(self):
        parts = [f"{name}={getattr(self, name)}" for name in ("days", "seconds", "microseconds") if getattr(self, name)]
        return f"datetime.timedelta({', '.join(parts) or 0})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self.days:
            plural = "" if abs(self.days) == 1 else "s"
            text = f"{self.days} day{plural}, {text}"
        if self.microseconds:
            text += f".{self.microseconds:06d}"
        return text

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._all != 0

    def __eq__(self, other):
        return self._all == other._all if isinstance(other, timedelta) else NotImplemented

    def _is_like(self, other):
        return isinstance(other, timedelta)

    def _compared(self, other):
        return self._all - other._all

    def __add__(self, other):
        return of_microseconds(self._all + other._all) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return of_microseconds(self._all - other._all) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return of_microseconds(other._all - self._all) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return of_microseconds(-self._all)

    def __pos__(self):
        return self

    def __abs__(self):
        return of_microseconds(abs(self._all))

    def __mul__(self, other):
        if isinstance(other, int):
            return of_microseconds(self._all * other)
        if isinstance(other, float):
            return of_ratio(self._all, other.as_integer_ratio())
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._all // other._all
        return of_microseconds(self._all // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._all / other._all
        if isinstance(other, int):
            return of_ratio(self._all, (1, other))
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return of_ratio(self._all, (below, above))
        return NotImplemented

    def __mod__(self, other):
        return of_microseconds(self._all % other._all) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, timedelta) else NotImplemented


def unit_of(units, size):
    names = ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")
    return names[[of_unit for _, of_unit in units].index(size)]


def of_microseconds(count):
    return timedelta(microseconds=count)


# A duration times a fraction, to the nearest microsecond, ties to even.
def of_ratio(count, ratio):
    above, below = ratio
    if below < 0:
        above, below = -above, -below
    whole, rest = divmod(count * above, below)
    if rest * 2 > below or rest * 2 == below and whole % 2:
        whole += 1
    return of_microseconds(whole)


timedelta.resolution = timedelta(microseconds=1)
