"""Days and moments: of the virtual clock, and of calendars."""

import asyncio
import datetime as dt
import time
from datetime import date, datetime, timedelta, timezone


def error_of(call, *arguments, **named):
    try:
        return call(*arguments, **named)
    except (TypeError, ValueError, OverflowError) as error:
        return type(error).__name__


def days():
    day = date(2024, 2, 28)
    print(day, repr(day), day + timedelta(days=2), day - timedelta(1), date(2024, 3, 1) - day)
    print(day.weekday(), day.isoweekday(), day.isocalendar()[:2], tuple(day.isocalendar()), day.toordinal())
    print(date.fromordinal(day.toordinal()) == day, date.fromisoformat("2024-12-31"), date.fromisocalendar(2025, 1, 3))
    print(day.replace(year=2023), f"{day:%d.%m.%Y}", f"{day}", day.strftime("%A %B %j %U %W %V %G"), day.ctime())
    print(day < date(2024, 3, 1), day == date(2024, 2, 28), max(day, date.min), {day: 1}[date(2024, 2, 28)])
    print(date.min, date.max, date.resolution, tuple(day.timetuple()))
    for parts in ((2023, 2, 29), (2023, 13, 1), (0, 1, 1), ("a", 1, 1)):
        print(error_of(date, *parts))
    for text in ("2024-13-01", "x", "20240131", "2024-W09-3", "2024W093", "2024-W09"):
        print(text, error_of(date.fromisoformat, text))
    for year in range(2015, 2030):
        print(date(year, 1, 1).isocalendar()[:2], date(year, 12, 31).isocalendar()[1], end=" ")
    print()


def moments():
    moment = datetime(2024, 2, 29, 13, 5, 9, 120_000)
    print(moment, repr(moment), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 1, 2, 3)), type(moment))
    print(
        moment + timedelta(hours=12),
        moment - timedelta(days=366),
        moment - datetime(2024, 1, 1),
        moment.date(),
        moment.time(),
    )
    print(
        moment.isoformat(),
        moment.isoformat(" ", "minutes"),
        moment.isoformat(timespec="milliseconds"),
        moment.timestamp(),
    )
    print(f"{moment:%Y-%m-%d %H:%M:%S.%f} {moment:%I:%M %p} {moment:%x %X} {moment:%%} {moment}|{moment:%z%Z}|")
    print(moment.replace(hour=0, microsecond=0), datetime.combine(date(2020, 1, 2), dt.time(3, 4)), moment.ctime())
    print(
        moment > datetime(2024, 2, 29),
        moment == moment.replace(),
        moment != date(2024, 2, 29),
        sorted([moment, datetime.min]),
    )
    print(datetime.fromisoformat("2024-02-29T13:05:09.120000") == moment, datetime.fromisoformat("2024-02-29"))
    print(datetime.fromisoformat("2024-02-29 10:00:00+02:00"), datetime.fromisoformat("20240229T101112Z"))
    for text, by in (
        ("2024-01-05 10:11:12", "%Y-%m-%d %H:%M:%S"),
        ("05/Jan/24 3 PM", "%d/%b/%y %I %p"),
        ("2024-060", "%Y-%j"),
        ("10:11:12.5", "%H:%M:%S.%f"),
        ("2024-01-05T10:11:12+0130", "%Y-%m-%dT%H:%M:%S%z"),
        ("Friday 5 January 2024", "%A %d %B %Y"),
        ("2024-01-05 x", "%Y-%m-%d"),
        ("2024-1x", "%Y-%m-%d"),
        ("1", "%Q"),
    ):
        try:
            print(datetime.strptime(text, by))
        except ValueError as error:
            print(error)


def zones():
    utc, east = timezone.utc, timezone(timedelta(hours=5, minutes=30))
    moment = datetime(2024, 1, 1, tzinfo=utc)
    print(
        moment,
        repr(moment),
        moment.astimezone(east),
        repr(moment.astimezone(east)),
        moment.tzname(),
        moment.utcoffset(),
    )
    print(
        utc,
        repr(utc),
        east,
        repr(east),
        timezone(timedelta(hours=-3), "BRT"),
        repr(timezone(timedelta(0), "Z")),
        dt.UTC is utc,
    )
    print(moment == moment.astimezone(east), moment - moment.astimezone(east), moment.timestamp(), moment.isoformat())
    print(f"{moment.astimezone(east):%H:%M %z %Z}", moment == datetime(2024, 1, 1), datetime(2024, 1, 1).astimezone())
    print(error_of(lambda: moment < datetime(2024, 1, 1)), error_of(lambda: moment - datetime(2024, 1, 1)))
    print(error_of(timezone, timedelta(days=1)), error_of(timezone, 3), error_of(datetime, 2024, 1, 1, 24))
    print(datetime.fromtimestamp(0, east), datetime.fromtimestamp(1.5), datetime.fromtimestamp(1e9, utc))

    class Summer(dt.tzinfo):
        def utcoffset(self, when):
            return timedelta(hours=2)

        def dst(self, when):
            return timedelta(hours=1)

        def tzname(self, when):
            return "CEST"

    summer = moment.astimezone(Summer())
    print(summer, summer.tzname(), summer.dst(), tuple(summer.timetuple()), tuple(summer.utctimetuple()))


def times():
    of_day = dt.time(9, 30, 15, 5)
    print(of_day, repr(of_day), repr(dt.time(9)), dt.time.fromisoformat("04:23:01"), of_day.isoformat("seconds"))
    print(
        of_day < dt.time(10),
        of_day == dt.time(9, 30, 15, 5),
        of_day.replace(hour=1),
        f"{of_day:%H-%M}",
        bool(dt.time()),
    )
    print(dt.time.min, dt.time.max, dt.time(1, tzinfo=timezone.utc), repr(dt.time(1, tzinfo=timezone.utc)))


class Stamp(datetime):
    def short(self):
        return f"{self:%H:%M:%S}"


async def main():
    print(datetime.now(), repr(datetime.now()), date.today(), datetime.now(timezone.utc), datetime.utcnow())
    start = datetime.now()
    await asyncio.sleep(1.25)
    print(datetime.now() - start, (datetime.now() - start).total_seconds(), f"{datetime.now():%H:%M:%S.%f}")
    await asyncio.sleep(86_400)
    print(datetime.now(), date.today(), time.strftime("%c"), datetime.today().timestamp())
    print(
        Stamp.now().short(),
        Stamp.now() + timedelta(1),
        type(Stamp.now() + timedelta(1)).__name__,
        isinstance(start, date),
    )
    wait_until = datetime.now() + timedelta(seconds=3)
    await asyncio.sleep((wait_until - datetime.now()).total_seconds())
    print(datetime.now() >= wait_until, asyncio.get_running_loop().time())


days()
moments()
zones()
times()
asyncio.run(main())
