"""What the clock shows: `time.strftime` and its like, of the virtual clock, which begins with the epoch in UTC."""

import asyncio
import time

FORMATS = "%a %A %b %B %c %d %D %e %F %H %I %j %m %M %p %R %S %T %U %u %w %W %x %X %y %Y %C %z %Z %% %h %r %n%t%s"


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    print(f"started at {time.strftime('%X')}")
    await say_after(1, "hello")
    await say_after(2, "world")
    print(f"finished at {time.strftime('%X')}")
    print(time.ctime(), time.asctime(), time.gmtime() == time.localtime())
    await asyncio.sleep(86_400 * 40 + 3_661.5)
    print(time.strftime("%Y-%m-%d %H:%M:%S"), time.localtime())
    now = time.localtime()
    year, month, day, *rest = now
    print(year, month, day, rest, now.tm_year, now.tm_yday, now.tm_zone, now.tm_gmtoff, now[:3], len(now), now[-1])


def of_days():
    for seconds in (0, 951_782_400, 951_868_799, 1_709_164_800.9, 4_102_444_800, 2_147_483_648, -86_401, 1_735_689_599):
        parts = time.gmtime(seconds)
        print(parts, time.asctime(parts), time.mktime(parts) == int(seconds // 1))
    for parts in (time.gmtime(1_000_000_000), time.gmtime(63_072_000), time.gmtime(2_524_607_999)):
        for each in FORMATS.split():
            print(each, repr(time.strftime(each, parts)), end=" ")
        print()
    print(time.strftime("at the end %"), time.strftime("100%% %q"), time.timezone, time.tzname, time.daylight)
    made = time.struct_time((2024, 2, 29, 12, 30, 0, 3, 60, 0))
    print(made, time.strftime("%d.%m.%Y", made), isinstance(made, tuple), made > time.gmtime(0), time.mktime(made))
    print(
        [time.strftime("%Z%z", each) for each in (made, tuple(made), time.localtime(5), time.gmtime(5))], made.tm_zone
    )
    try:
        time.struct_time((1, 2))
    except TypeError as error:
        print(error)


asyncio.run(main())
of_days()
