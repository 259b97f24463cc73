# datetime: days, in the Gregorian calendar without end.

MINYEAR, MAXYEAR = 1, 9999

# The day before the first day of the first year, counted from the epoch.
BEGINNING = -719_163


def check_date(year, month, day):
    for number in (year, month, day):
        operator_index(number)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    days = days_before(year + month // 12, month % 12 + 1, 1) - days_before(year, month, 1)
    if not 1 <= day <= days:
        raise ValueError("day is out of range for month")


def operator_index(number):
    if not isinstance(number, int):
        raise TypeError(f"'{type(number).__name__}' object cannot be interpreted as an integer")


# What a day or a time makes of a format: its own letters first.
def told(moment, format, parts):
    text, letters = "", iter(format)
    for letter in letters:
        if letter != "%":
            text += letter
            continue
        letter = next(letters, "")
        if letter == "f":
            text += f"{getattr(moment, 'microsecond', 0):06d}"
        elif letter == "z":
            text += offset_text(zone_of(moment), "")
        elif letter == "Z":
            text += (moment.tzname() if hasattr(moment, "tzname") else None) or ""
        else:
            text += formatted_time("%" + letter, parts)
    return text


def zone_of(moment):
    return moment.utcoffset() if hasattr(moment, "utcoffset") else None


def offset_text(offset, between=":"):
    if offset is None:
        return ""
    sign, offset = ("-", -offset) if offset.days < 0 else ("+", offset)
    text = f"{sign}{offset.seconds // 3_600:02d}{between}{offset.seconds // 60 % 60:02d}"
    if offset.seconds % 60 or offset.microseconds:
        text += f"{between}{offset.seconds % 60:02d}"
    if offset.microseconds:
        text += f".{offset.microseconds:06d}"
    return text


# Of a class of the script the name alone.
def name_of(moment):
    kind = type(moment)
    return f"datetime.{kind.__name__}" if kind.__module__ == "datetime" else kind.__name__


class date(Ordered):
    __type_name__ = "datetime.date"

    def __new__(cls, year, month, day):
        check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    @classmethod
    def today(cls):
        return cls.fromtimestamp(clock_seconds())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*date_of(math.floor(timestamp) // 86_400))

    @classmethod
    def fromordinal(cls, ordinal):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = date_of(ordinal + BEGINNING)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            fields = read_date(date_string)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        if not 1 <= week <= weeks_of(year):
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls(*date_of(first_monday(year) + (week - 1) * 7 + day - 1))

    def _days(self):
        return days_before(self._year, self._month, self._day)

    def toordinal(self):
        return self._days() - BEGINNING

    def weekday(self):
        return (self._days() + 3) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        return IsoCalendarDate(week_of(self._days()))

    def timetuple(self):
        return tuple_of(self, -1)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def ctime(self):
        return self.strftime("%c")

    def strftime(self, format):
        return told(self, format, self.timetuple())

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def replace(self, year=None, month=None, day=None):
        given = zip((year, month, day), (self._year, self._month, self._day))
        return type(self)(*[own if new is None else new for new, own in given])

    def __repr__(self):
        return f"{name_of(self)}({self._year}, {self._month}, {self._day})"

    def __str__(self):
        return self.isoformat()

    def __hash__(self):
        return hash(("date", self._days()))

    def __eq__(self, other):
        return self._days() == other._days() if is_day(other) else NotImplemented

    def _is_like(self, other):
        return is_day(other)

    def _compared(self, other):
        return self._days() - other._days()

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)(*within(self._days() + other.days))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        return timedelta(self._days() - other._days()) if is_day(other) else NotImplemented


def is_day(other):
    return isinstance(other, date) and not isinstance(other, datetime)


def within(days):
    year, month, day = date_of(days)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError("date value out of range")
    return year, month, day


def tuple_of(moment, is_dst):
    days = days_before(moment.year, moment.month, moment.day)
    of_day = (getattr(moment, "hour", 0), getattr(moment, "minute", 0), getattr(moment, "second", 0))
    of_year = days - days_before(moment.year, 1, 1) + 1
    return struct_time_of((moment.year, moment.month, moment.day, *of_day, (days + 3) % 7, of_year, is_dst))


def read_date(text):
    if "W" in text:
        year, _, rest = text.replace("-", "").partition("W")
        moment = date.fromisocalendar(int(year), int(rest[:2]), int(rest[2:] or 1))
        return moment.year, moment.month, moment.day
    parts = text.split("-") if "-" in text else [text[:4], text[4:6], text[6:]]
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isdecimal() for part in parts):
        raise ValueError("no date")
    return [int(part) for part in parts]


class IsoCalendarDate(StructSequence):
    FIELDS = ("year", "week", "weekday")


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
