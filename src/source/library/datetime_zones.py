# datetime: zones, and times of a day.


class tzinfo:
    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        offset, of_summer = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if of_summer is None:
            raise ValueError("fromutc: non-None dst() result required")
        dt += offset - of_summer
        return dt + dt.dst()


OMITTED = object()


class timezone(tzinfo):
    def __new__(cls, offset, name=OMITTED):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is OMITTED and not offset:
            return timezone.utc
        if abs(offset) >= timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24),"
                f" not {offset!r}."
            )
        return zone(offset, None if name is OMITTED else name)

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + (offset_text(self._offset) if self._offset else "")

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return f"datetime.timezone({self._offset!r}{'' if self._name is None else f', {self._name!r}'})"

    def __str__(self):
        return self.tzname(None)


def zone(offset, name=None):
    self = object.__new__(timezone)
    self._offset, self._name = offset, name
    return self


UTC = timezone.utc = zone(timedelta(0))
timezone.min, timezone.max = zone(-timedelta(hours=23, minutes=59)), zone(timedelta(hours=23, minutes=59))


def check_time(hour, minute, second, microsecond, tzinfo_given, fold):
    for name, number, bound in (
        ("hour", hour, 23),
        ("minute", minute, 59),
        ("second", second, 59),
        ("microsecond", microsecond, 999_999),
    ):
        operator_index(number)
        if not 0 <= number <= bound:
            raise ValueError(f"{name} must be in 0..{bound}")
    if tzinfo_given is not None and not isinstance(tzinfo_given, tzinfo):
        kind = type(tzinfo_given).__name__
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{kind}'")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def time_text(moment, timespec):
    parts = {"hours": 1, "minutes": 2, "seconds": 3, "milliseconds": 4, "microseconds": 5, "auto": 3}
    if timespec not in parts:
        raise ValueError("Unknown timespec value")
    of_day = (moment.hour, moment.minute, moment.second)[: parts[timespec]]
    text = ":".join([f"{part:02d}" for part in of_day])
    if timespec == "milliseconds":
        return f"{text}.{moment.microsecond // 1_000:03d}"
    if timespec == "microseconds" or timespec == "auto" and moment.microsecond:
        return f"{text}.{moment.microsecond:06d}"
    return text


def read_time(text):
    at = max(text.find("+"), text.find("-"))
    zone_read = None
    if text.endswith("Z"):
        text, zone_read = text[:-1], timezone.utc
    elif at >= 0:
        text, sign, ahead = text[:at], text[at], text[at + 1 :]
        hour, minute, second, microsecond, _ = read_time(ahead)
        offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
        zone_read = timezone(-offset if sign == "-" else offset)
    text, _, part = text.replace(",", ".").partition(".")
    fields = text.split(":") if ":" in text else [text[start : start + 2] for start in range(0, len(text), 2)]
    if not 1 <= len(fields) <= 3 or not all(len(field) == 2 and field.isdecimal() for field in fields):
        raise ValueError("no time")
    if part and not part.isdecimal():
        raise ValueError("no part of a second")
    hour, minute, second = [int(field) for field in fields] + [0] * (3 - len(fields))
    return hour, minute, second, int((part + "000000")[:6]), zone_read


# What a time of a day and a moment have in common.
class Timed(Ordered):
    def _set_time(self, hour, minute, second, microsecond, tzinfo, fold):
        check_time(hour, minute, second, microsecond, tzinfo, fold)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def _ask(self, method):
        return None if self._tzinfo is None else getattr(self._tzinfo, method)(self._for_zone())

    def utcoffset(self):
        return self._ask("utcoffset")

    def tzname(self):
        return self._ask("tzname")

    def dst(self):
        return self._ask("dst")

    def _of_day(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return seconds * 1_000_000 + self._microsecond

    def _end_of_repr(self):
        text = f", {self._second}" if self._second or self._microsecond else ""
        text += f", {self._microsecond}" if self._microsecond else ""
        text += "" if self._tzinfo is None else f", tzinfo={self._tzinfo!r}"
        return text + (", fold=1)" if self._fold else ")")

    # Microseconds to compare by, and whether they count in UTC.
    def _place(self):
        offset = self.utcoffset()
        return (self._all(), False) if offset is None else (self._all() - offset._all, True)

    def _compared(self, other):
        (own, own_aware), (its, its_aware) = self._place(), other._place()
        if own_aware != its_aware:
            raise TypeError(f"can't compare offset-naive and offset-aware {self._kind}s")
        return own - its

    def __hash__(self):
        return hash((self._kind, self._place()))

    def __eq__(self, other):
        return self._place() == other._place() if self._is_like(other) else NotImplemented


class time(Timed):
    __type_name__ = "datetime.time"
    _kind = "time"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._set_time(hour, minute, second, microsecond, tzinfo, fold)
        return self

    def _is_like(self, other):
        return isinstance(other, time)

    def _for_zone(self):
        return None

    def _all(self):
        return self._of_day()

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            fields = read_time(time_string.removeprefix("T"))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
        return cls(*fields)

    def isoformat(self, timespec="auto"):
        return time_text(self, timespec) + offset_text(self.utcoffset())

    def strftime(self, format):
        of_day = (self._hour, self._minute, self._second)
        return told(self, format, struct_time_of((1900, 1, 1, *of_day, 0, 1, -1)))

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        own = (self._hour, self._minute, self._second, self._microsecond)
        of_day = [old if new is None else new for new, old in zip((hour, minute, second, microsecond), own)]
        return type(self)(
            *of_day, self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold
        )

    def __repr__(self):
        return f"{name_of(self)}({self._hour}, {self._minute}{self._end_of_repr()}"

    def __str__(self):
        return self.isoformat()


time.min, time.max, time.resolution = time(), time(23, 59, 59, 999_999), timedelta(microseconds=1)
