"""A bit of everything that tutorials show."""
import asyncio
import time

async def fetch(name, delay, fail_times=0, attempts={}):
    attempts[name] = attempts.get(name, 0) + 1
    await asyncio.sleep(delay)
    if attempts[name] <= fail_times:
        raise ConnectionError(f"{name} failed ({attempts[name]})")
    return {"name": name, "delay": delay, "tries": attempts[name]}

async def retry(factory, *args, retries=3, base=0.1, **kwargs):
    last = None
    for attempt in range(retries):
        try:
            return await factory(*args, **kwargs)
        except (ConnectionError, TimeoutError) as exc:
            last = exc
            wait = base * 2 ** attempt
            print(f"[{time.monotonic():.2f}] {exc} -> retry in {wait:.1f}s")
            await asyncio.sleep(wait)
    else:
        raise RuntimeError("gave up") from last

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

async def countdown(name, n):
    while n > 0:
        print(f"{name}: {n}")
        await asyncio.sleep(1)
        n -= 1
    print(f"{name}: Liftoff!")

async def afact(n):
    if n <= 1:
        return 1
    await asyncio.sleep(0.01)
    return n * await afact(n - 1)

HANDLERS = {"fact": afact, "fetch": lambda n: fetch(f"job{n}", n / 10)}

async def main():
    start = time.perf_counter()
    results = await asyncio.gather(*(retry(fetch, f"u{i}", 0.5, fail_times=i) for i in range(4)), return_exceptions=True)
    for r in results:
        if isinstance(r, Exception):
            print("error:", type(r).__name__, r, "| cause:", r.__cause__)
        else:
            print("ok:", r)
    print(f"took {time.perf_counter() - start:.2f}")
    await asyncio.gather(countdown("A", 2), countdown("B", 3))
    print([await HANDLERS[k](5) for k in sorted(HANDLERS)])
    print("fib", [fib(i) for i in range(12)], sum(map(int, "123")), list(filter(None, [0, 1, "", "x"])))
    tasks = {asyncio.create_task(fetch(f"t{i}", 0.3 - i / 10), name=f"worker-{i}") for i in range(3)}
    done = [t.get_name() for t in sorted(tasks, key=lambda t: t.get_name())]
    print(done)
    for t in tasks:
        t.add_done_callback(lambda t: print("cb", t.get_name(), t.result()["delay"]))
    await asyncio.gather(*tasks)
    text = "The quick brown fox"
    print(text.upper().split(), "-".join(reversed(text.split())), text[::-1], text.find("quick"), "%s=%d" % ("x", 3))
    matrix = [[1, 2, 3], [4, 5, 6]]
    print([list(row) for row in zip(*matrix)], {w[0].lower(): len(w) for w in text.split()})
    total, *rest = [x for row in matrix for x in row if x % 2]
    print(total, rest, any(x > 5 for x in rest), all([]), 10 ** 12, 1e-7, 0.1 + 0.2, round(2.675, 2), 7 / 2, -7 % 3)
    d = {"b": 1, "a": 2}
    d |= {"c": 3}
    print(d, d.pop("b"), d.setdefault("z", []), list(d.items()), "a" in d, d.get("q", "none"))
    s = set()
    s.add(1); s.update([2, 3]); s.discard(2)
    print(s, s & {1, 9}, s | {4}, len(s), {1, 2} == {2, 1})
    x = None
    print(x is None, x or "default", not x, [] or {} or 0, 1 if x else 2)
    print("a\tb\\n", 'it''s', r"\d", """multi
line""")

asyncio.run(main())
