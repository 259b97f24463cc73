# time: what the clock shows, in UTC. It begins with the epoch.

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")


class struct_time(StructSequence):
    FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
    tm_zone = tm_gmtoff = None

    def __new__(cls, parts):
        parts, count = tuple(parts), len(cls.FIELDS)
        if len(parts) < count:
            raise TypeError(f"time.struct_time() takes an at least {count}-sequence ({len(parts)}-sequence given)")
        return super().__new__(cls, parts[:count])


def gmtime(secs=None):
    days, second = divmod(math.floor(clock_seconds() if secs is None else secs), 86_400)
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
    return float(second_of(*t[:6]))


def asctime(t=None):
    return strftime("%c", t)


def ctime(secs=None):
    return asctime(localtime(secs))


def strftime(format, t=None):
    return formatted_time(format, localtime() if t is None else t)
