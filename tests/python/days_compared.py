"""Days, times and moments beside others, read from texts, and below classes of the program."""

import sys
import time
from datetime import date, datetime, timedelta, timezone
from datetime import time as time_of_day


class Stamp(datetime):
    pass


class Day(date):
    pass


class Hour(time_of_day):
    pass


def attempt(call):
    try:
        print(call())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


TEXTS = (
    "2024-W09-4T10:11",
    "2024W094T101112",
    "2024-W09T10:11",
    "2024W09T10",
    "2024-W09-4",
    "2024W09",
    "2024-W60-1",
    "2024-02-29",
    "20240229",
    "2024-02-29T10",
    "20240229T1011+0200",
    "2024-02-29 10:11:12.5",
    "2024-02-29T",
    "2024-02-30",
    "2024-2-29",
    "",
)
for text in TEXTS:
    attempt(lambda: datetime.fromisoformat(text))

print(repr(Stamp(2024, 1, 1)), repr(Day(2024, 1, 1)), repr(Hour(1)), repr(Stamp(2024, 1, 1) + timedelta(1)))
print(Stamp(2024, 1, 1) > datetime(2023, 1, 1), Day(2024, 1, 1) == date(2024, 1, 1))
PAIRS = (
    (date(2024, 1, 1), datetime(2024, 1, 1)),
    (datetime(2024, 1, 1), date(2024, 1, 1)),
    (Stamp(2024, 1, 1), date(2024, 1, 1)),
    (time_of_day(1), 3),
    (timedelta(1), 3),
    (time_of_day(1, tzinfo=timezone.utc), time_of_day(1)),
    (datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2024, 1, 1)),
)
for left, right in PAIRS:
    for order in (lambda: left < right, lambda: left >= right, lambda: left == right, lambda: left != right):
        attempt(order)

parts = time.gmtime(0)
print(
    parts,
    parts.tm_year,
    tuple(parts),
    parts.tm_zone,
    date(2024, 1, 1).isocalendar(),
    date(2024, 1, 1).isocalendar().week,
)
attempt(lambda: parts.tm_nothing)
attempt(lambda: sys.version_info.nothing)
attempt(lambda: time.struct_time((1, 2)))
