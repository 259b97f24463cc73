# Days and months of the Gregorian calendar, for `time` and `datetime`.

NAMES_OF_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAMES_OF_MONTHS = (
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

clock_seconds = time.time


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


# Years of weeks begin with the Monday of the week that has the first Thursday.
def first_monday(year):
    days = days_before(year, 1, 1)
    return days + (7 - (days + 3) % 7) % 7 if (days + 3) % 7 > 3 else days - (days + 3) % 7


def weeks_of(year):
    return (first_monday(year + 1) - first_monday(year)) // 7


def week_of(days):
    year = date_of(days)[0]
    year += 1 if days >= first_monday(year + 1) else -1 if days < first_monday(year) else 0
    week, day = divmod(days - first_monday(year), 7)
    return year, week + 1, day + 1


# Of the epoch, in UTC.
def second_of(year, month, day, hour, minute, second):
    return ((days_before(year, month, day) * 24 + hour) * 60 + minute) * 60 + second


# Letters that stand for several others.
SEVERAL_LETTERS = {
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
    if letter in SEVERAL_LETTERS:
        return formatted_time(SEVERAL_LETTERS[letter], t)
    year, month, day, hour, minute, second, of_week, of_year = t[:8]
    from_sunday = (of_week + 1) % 7
    of_weeks, week, _ = week_of(days_before(year, month, day))
    two_digits = {
        "C": year // 100,
        "d": day,
        "g": of_weeks % 100,
        "H": hour,
        "I": hour % 12 or 12,
        "M": minute,
        "m": month,
        "S": second,
        "U": (of_year + 6 - from_sunday) // 7,
        "V": week,
        "W": (of_year + 6 - of_week) // 7,
        "y": year % 100,
    }
    if letter in two_digits:
        return f"{two_digits[letter]:02d}"
    texts = {
        "A": NAMES_OF_DAYS[of_week],
        "a": NAMES_OF_DAYS[of_week][:3],
        "B": NAMES_OF_MONTHS[month - 1],
        "b": NAMES_OF_MONTHS[month - 1][:3],
        "e": f"{day:2d}",
        "G": str(of_weeks),
        "j": f"{of_year:03d}",
        "n": "\n",
        "p": "AM" if hour < 12 else "PM",
        "s": str(second_of(year, month, day, hour, minute, second)),
        "t": "\t",
        "u": str(of_week + 1),
        "w": str(from_sunday),
        "Y": str(year),
        "Z": getattr(t, "tm_zone", None) or "UTC",
        "z": "+0000",
        "%": "%",
    }
    return texts.get(letter, "%" + letter)


def formatted_time(format, t):
    text, parts = "", iter(format)
    for letter in parts:
        text += letter if letter != "%" else part_of_time(next(parts, ""), t)
    return text


# A time in parts, as `time` has them.
def struct_time_of(parts):
    return time.struct_time(parts)
