import asyncio as aio
import time
from asyncio import sleep, gather as g
from typing import Any, List
from time import sleep as block
import kitchen_sim
from kitchen_sim import work

LIMIT: int = 3
counter = 0
results: List[int] = []


def make_counter(start=0, *, step: int = 1):
    """Counts."""
    count = start

    def more(*args, **kwargs):
        nonlocal count
        count += step
        return count, args, kwargs

    return more


async def cook(name: str, seconds: float = 1.0, /, *rest, loud=False, **extra) -> str:
    global counter
    counter += 1
    await sleep(seconds)
    if loud:
        print(name.upper(), "done", sep=" -> ", end="!\n", flush=True)
    elif rest:
        print(name, rest)
    else:
        print(f"{name!r:>8} {seconds:.2f} {extra=}")
    return name


async def main() -> None:
    import asyncio
    from asyncio import create_task as ct

    async def inner(n):
        await asyncio.sleep(0)
        return n * LIMIT

    t = ct(inner(4))
    a, *b = await g(cook("soup"), cook("rice", 2, 1, 2), cook("tea", 0.5, loud=True, x=1), t)
    print(a, b, counter)
    more = make_counter(10, step=5)
    print(more(1, k=2), more())
    for i in range(5):
        if i == 1:
            continue
        if i > 3:
            break
        print(i, end=" ")
    else:
        print("never")
    print()
    n = 0
    while (n := n + 1) < 3:
        pass
    else:
        print("else", n)
    squares = {k: v ** 2 for k, v in zip("abc", range(3)) if v != 1}
    print(squares, [x for x in squares], {*"a"}, lambda_test(lambda x, y=2: x * y))
    d = {"a": [1, 2, 3]}
    d["a"][1:] = [9]
    del d["a"][0]
    print(d, sum(x for x in [1, 2, 3]), __name__)
    block(0.25)
    work(0.5)
    kitchen_sim.work(0.25)
    print(time.monotonic() - start)
    assert n == 3, "n"
    x: int
    (lambda: print("lambda"))()
    print(sorted(["b", "a"], reverse=True), max(3, 5), type(n).__name__)


def lambda_test(f):
    return f(3)


start = time.monotonic()
if __name__ == "__main__":
    aio.run(main())
    print("end", results)
