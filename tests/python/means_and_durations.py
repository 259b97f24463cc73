class A:
    a = 1
    def m(self): pass
class B(A):
    def __init__(self): self.x = 1
    async def test_b(self): pass
    def __dir__(self): return ["z", "a"]
print(dir(A)); print(dir(A())); print([n for n in dir(B) if not n.startswith("_")]); print(dir(B()), dir(object) == dir(object()), len(dir(object())))
import datetime, statistics, random
from datetime import timedelta
rng = random.Random(5)
for n in (2, 3, 5, 10, 50):
    d = [rng.uniform(0, 10) for _ in range(n)]; e = [round(x, 2) for x in d]; i = [int(x * 10) for x in d]
    for data in (d, e, i):
        print(statistics.mean(data), statistics.stdev(data), statistics.variance(data), statistics.pstdev(data), statistics.pvariance(data), statistics.median(data), statistics.fmean(data), statistics.quantiles(data, n=4), statistics.median_low(data), statistics.median_high(data))
print(statistics.mode("aab"), statistics.multimode([1, 1, 2, 2]), statistics.harmonic_mean([40, 60]), statistics.harmonic_mean([2.5, 3, 10]), statistics.geometric_mean([54, 24, 36]), statistics.mean([1, 2, 3]), statistics.mean([1, 2]), statistics.variance([1, 3]), statistics.fmean([1, 2], [3, 1]))
for f, a in ((statistics.mean, []), (statistics.median, []), (statistics.stdev, [1]), (statistics.mode, []), (statistics.quantiles, []), (statistics.harmonic_mean, [-1]), (statistics.pvariance, [])):
    try: print(f(a))
    except statistics.StatisticsError as e: print(type(e).__name__, e)
d = timedelta(hours=1, minutes=30, seconds=5.5)
print(d, repr(d), d.total_seconds(), d * 2, d // timedelta(minutes=1), -d, abs(-d), d > timedelta(1), timedelta(days=-1, seconds=5), str(timedelta(milliseconds=1500)), d / 2, d.seconds, d.microseconds, d.days, sum([d, d], timedelta()), divmod(d, timedelta(hours=1)), d / timedelta(seconds=1), 0.5 * d, d - timedelta(weeks=1), timedelta(seconds=.1) + timedelta(seconds=.2) == timedelta(seconds=.3), bool(timedelta()), repr(timedelta()), {timedelta(1): 2}[timedelta(hours=24)], timedelta(microseconds=2.5), datetime.timedelta(days=1.5), d % timedelta(hours=1), max(timedelta(1), timedelta(2)))
try: d.days = 1
except AttributeError as e: print(e)
