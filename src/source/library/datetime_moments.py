# datetime: moments, which are days with their times.


class datetime(Timed, date):
    __type_name__ = "datetime.datetime"
    _kind = "datetime"

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._set_time(hour, minute, second, microsecond, tzinfo, fold)
        return self

    def _is_like(self, other):
        return isinstance(other, datetime)

    def _is_ordered_with(self, other):
        if isinstance(other, date) and not isinstance(other, datetime) and not is_since(13):
            raise TypeError(f"can't compare {name_of(self)} to {name_of(other)}")
        return isinstance(other, datetime)

    def _for_zone(self):
        return self

    def _all(self):
        return self._days() * 86_400_000_000 + self._of_day()

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(clock_seconds(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(clock_seconds())

    @classmethod
    def today(cls):
        return cls.fromtimestamp(clock_seconds())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        rest, whole = math.modf(timestamp)
        moment = moment_of(cls, int(whole) * 1_000_000 + round(rest * 1e6), tz)
        return moment if tz is None else tz.fromutc(moment)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        of_day = (time.hour, time.minute, time.second, time.microsecond)
        zone_of_both = time.tzinfo if tzinfo is True else tzinfo
        return cls(date.year, date.month, date.day, *of_day, zone_of_both, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            at = end_of_date(date_string)
            fields = read_date(date_string[:at])
            of_day = read_time(date_string[at + 1 :]) if len(date_string) > at else ()
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*fields, *of_day)

    @classmethod
    def strptime(cls, date_string, format):
        return cls(*read_by(date_string, format))

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return self.time().replace(tzinfo=self._tzinfo)

    def timestamp(self):
        return self._place()[0] / 1_000_000

    def timetuple(self):
        of_summer = self.dst()
        return tuple_of(self, -1 if of_summer is None else int(bool(of_summer)))

    def utctimetuple(self):
        return tuple_of(moment_of(type(self), self._place()[0], None), 0)

    def replace(
        self,
        year=None,
        month=None,
        day=None,
        hour=None,
        minute=None,
        second=None,
        microsecond=None,
        tzinfo=True,
        *,
        fold=None,
    ):
        own = (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)
        given = (year, month, day, hour, minute, second, microsecond)
        fields = [old if new is None else new for new, old in zip(given, own)]
        return type(self)(
            *fields, self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold
        )

    def astimezone(self, tz=None):
        if tz is None:
            tz = zone(timedelta(0), "UTC")
        if tz is self._tzinfo:
            return self
        return tz.fromutc(moment_of(type(self), self._place()[0], tz))

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + time_text(self, timespec) + offset_text(self.utcoffset())

    def __repr__(self):
        of_day = f"{self._year}, {self._month}, {self._day}, {self._hour}, {self._minute}"
        return f"{name_of(self)}({of_day}{self._end_of_repr()}"

    def __str__(self):
        return self.isoformat(" ")

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return moment_of(type(self), self._all() + other._all, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return of_microseconds(self._all() - other._all())
        (own, own_aware), (its, its_aware) = self._place(), other._place()
        if own_aware != its_aware:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return of_microseconds(own - its)


def moment_of(kind, microseconds, zone_of_it):
    days, rest = divmod(microseconds, 86_400_000_000)
    seconds = rest // 1_000_000
    of_day = (seconds // 3_600, seconds // 60 % 60, seconds % 60, rest % 1_000_000)
    return kind(*within(days), *of_day, zone_of_it)


# Where the day ends and its time begins: `2024-02-29`, `20240229`, `2024-W09-4`, `2024W094`, and without a day of the week.
def end_of_date(text):
    has_dashes = text[4:5] == "-"
    if "W" not in text[:6]:
        return 10 if has_dashes else 8
    end = 8 if has_dashes else 7
    day = text[end : end + 1 + has_dashes]
    return end + len(day) if day.removeprefix("-").isdecimal() else end


# How many characters a letter of a format takes at most, and the field that they are.
NUMBERS = {
    "Y": (4, "year"),
    "m": (2, "month"),
    "d": (2, "day"),
    "H": (2, "hour"),
    "I": (2, "hour"),
    "M": (2, "minute"),
    "S": (2, "second"),
    "y": (2, "short year"),
    "j": (3, "day of year"),
    "f": (6, "microsecond"),
}


def read_by(text, format):
    if not isinstance(text, str):
        raise TypeError(f"strptime() argument 1 must be str, not {type(text).__name__}")
    found, at, letters = {}, 0, iter(format)
    try:
        for letter in letters:
            if letter == "%":
                at = read_letter(next(letters), text, at, found)
            elif letter.isspace():
                while text[at : at + 1].isspace():
                    at += 1
            elif text[at : at + 1].lower() == letter.lower():
                at += 1
            else:
                raise LookupError(letter)
    except LookupError:
        raise ValueError(f"time data {text!r} does not match format {format!r}") from None
    except StopIteration:
        raise ValueError(f"stray % in format {format!r}") from None
    if at < len(text):
        raise ValueError(f"unconverted data remains: {text[at:]}")
    return fields_of(found)


def read_letter(letter, text, at, found):
    if letter in ("F", "T", "D", "R", "c", "x", "X"):
        for inner in SEVERAL_LETTERS[letter].replace("%e", "%d").split("%")[1:]:
            at = read_letter(inner[0], text, at, found)
            for between in inner[1:]:
                if text[at : at + 1] != between:
                    raise LookupError(between)
                at += 1
        return at
    if letter in NUMBERS:
        width, field = NUMBERS[letter]
        end = at
        while end < len(text) and end - at < width and text[end].isdecimal():
            end += 1
        if end == at or letter == "Y" and end - at < 4:
            raise LookupError(letter)
        found[field] = int(text[at:end].ljust(6, "0")) if letter == "f" else int(text[at:end])
        return end
    names = {"A": NAMES_OF_DAYS, "B": NAMES_OF_MONTHS, "p": ("AM", "PM"), "Z": ("UTC", "GMT"), "%": ("%",)}
    names["a"] = [name[:3] for name in NAMES_OF_DAYS]
    names["b"] = [name[:3] for name in NAMES_OF_MONTHS]
    if letter == "z":
        end = at
        while end < len(text) and (text[end].isdecimal() or text[end] in "+-:.Z"):
            end += 1
        found["zone"] = read_time("00" + text[at:end])[4]
        if found["zone"] is None:
            raise LookupError(letter)
        return end
    if letter not in names:
        raise ValueError(f"'{letter}' is a bad directive in format '%{letter}'")
    for index, name in enumerate(names[letter]):
        if text[at : at + len(name)].lower() == name.lower():
            found[letter] = index
            return at + len(name)
    raise LookupError(letter)


def fields_of(found):
    year = found.get("year", 1900)
    if "short year" in found:
        year = found["short year"] + (2000 if found["short year"] <= 68 else 1900)
    month = found.get("month", found.get("b", found.get("B", -1)) + 1 or 1)
    day, hour = found.get("day", 1), found.get("hour", 0)
    if "p" in found:
        hour = hour % 12 + 12 * found["p"]
    if "day of year" in found and "month" not in found:
        year, month, day = date_of(days_before(year, 1, 1) + found["day of year"] - 1)
    of_day = (hour, found.get("minute", 0), found.get("second", 0), found.get("microsecond", 0))
    return year, month, day, *of_day, found.get("zone")


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999_999)
datetime.resolution = timedelta(microseconds=1)
