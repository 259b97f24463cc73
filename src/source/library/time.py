# time: what the clock shows, in UTC. It begins with the epoch.

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")


class struct_time(tuple):
    tm_zone = tm_gmtoff = None

    def __new__(cls, parts):
        parts = tuple(parts)
        if len(parts) < len(FIELDS):
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(parts)}-sequence given)")
        return super().__new__(cls, parts[: len(FIELDS)])

    def __getattr__(self, name):
        if name in FIELDS:
            return self[FIELDS.index(name)]
        return super().__getattr__(name)

    def __repr__(self):
        return f"time.struct_time({', '.join([f'{name}={part}' for name, part in zip(FIELDS, self)])})"


# Year, month and day of a day counted from the epoch on, in the Gregorian calendar: years begin in March here, so that a leap day
# is the last of one.
def date_of(days):
    era, day = divmod(days + 719_468, 146_097)
    year = (day - day // 1_460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5 - 1
    month += 3 if month < 10 else -9
    return era * 400 + year + (month <= 2), month, day


def days_before(year, month, day):
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def gmtime(secs=None):
    days, second = divmod(math.floor(time.time() if secs is None else secs), 86_400)
    year, month, day = date_of(days)
    of_year = days - days_before(year, 1, 1) + 1
    parts = struct_time((year, month, day, second // 3_600, second // 60 % 60, second % 60, (days + 3) % 7, of_year, 0))
    parts.tm_zone, parts.tm_gmtoff = "GMT", 0
    return parts


def localtime(secs=None):
    parts = gmtime(secs)
    parts.tm_zone = "UTC"
    return parts


def mktime(t):
    year, month, day, hour, minute, second = t[:6]
    return float(((days_before(year, month, day) * 24 + hour) * 60 + minute) * 60 + second)


def asctime(t=None):
    return strftime("%c", t)


def ctime(secs=None):
    return asctime(localtime(secs))


# Letters that stand for several others.
SEVERAL = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "h": "%b",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "T": "%H:%M:%S",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
}


# What stands in a text for a letter behind a percent sign.
def part_of_time(letter, t):
    if letter in SEVERAL:
        return strftime(SEVERAL[letter], t)
    year, month, day, hour, minute, second, of_week, of_year = t[:8]
    from_sunday = (of_week + 1) % 7
    two_digits = {
        "C": year // 100,
        "d": day,
        "H": hour,
        "I": hour % 12 or 12,
        "M": minute,
        "m": month,
        "S": second,
        "U": (of_year + 6 - from_sunday) // 7,
        "W": (of_year + 6 - of_week) // 7,
        "y": year % 100,
    }
    if letter in two_digits:
        return f"{two_digits[letter]:02d}"
    texts = {
        "A": DAYS[of_week],
        "a": DAYS[of_week][:3],
        "B": MONTHS[month - 1],
        "b": MONTHS[month - 1][:3],
        "e": f"{day:2d}",
        "j": f"{of_year:03d}",
        "n": "\n",
        "p": "AM" if hour < 12 else "PM",
        "s": str(int(mktime(t))),
        "t": "\t",
        "u": str(of_week + 1),
        "w": str(from_sunday),
        "Y": str(year),
        "Z": getattr(t, "tm_zone", None) or "UTC",
        "z": "+0000",
        "%": "%",
    }
    return texts.get(letter, "%" + letter)


def strftime(format, t=None):
    t = localtime() if t is None else t
    text, parts = "", iter(format)
    for letter in parts:
        text += letter if letter != "%" else part_of_time(next(parts, ""), t)
    return text
