"""What exceptions say, and ways through try that meet seldom."""
import asyncio

log = []

def note(*parts, sep=" "):
    log.append(sep.join(str(part) for part in parts))

def deco_free(f):
    def wrapper(*args, **kwargs):
        note("before", f.__name__, args, sorted(kwargs.items()))
        try:
            return f(*args, **kwargs)
        finally:
            note("after")
    return wrapper

def add(a, b=2, *rest, c=3, **more):
    return a + b + sum(rest) + c + len(more)

wrapped = deco_free(add)

async def nested_finally(n):
    for i in range(n):
        try:
            try:
                await asyncio.sleep(0.1)
                if i == 1:
                    continue
                if i == 2:
                    return "returned"
                note("round", i)
            finally:
                await asyncio.sleep(0.1)
                note("inner", i)
        finally:
            note("outer", i)
            for j in range(3):
                try:
                    if j == 1:
                        break
                finally:
                    note("j", j)

async def cond(x):
    if x < 0:
        return "neg"
    elif x == 0:
        return "zero"
    elif x < 10 and not x % 2:
        return "small even"
    else:
        return "other"

def gen(n):
    return (i * i for i in range(n) if i % 2)

def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def value():
        return n
    return up, value

async def ex_in_else():
    try:
        pass
    except ValueError:
        note("never")
    else:
        raise ValueError("from else")
    finally:
        note("fin")

async def deep(n):
    if n == 0:
        raise LookupError("bottom")
    try:
        await deep(n - 1)
    except LookupError as e:
        note("level", n, e, type(e.__context__).__name__)
        if n == 2:
            raise RuntimeError(f"level {n}")
        raise

async def main():
    note(wrapped(1), wrapped(1, 2, 3, c=4, d=5))
    note(await nested_finally(4))
    note([await cond(x) for x in (-1, 0, 4, 5)], list(gen(6)))
    up, value = counter()
    up(); up()
    note(value())
    try:
        await ex_in_else()
    except ValueError as e:
        note("caught", e)
    try:
        await deep(3)
    except (RuntimeError, LookupError) as e:
        note(repr(e), repr(e.__context__), repr(e.__cause__))
    e = "still a name"
    note(e)
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError("t")])
    except ExceptionGroup as group:
        note(group, group.exceptions, group.message)
    try:
        err = ValueError("noted")
        err.add_note("a note")
        raise err
    except Exception as exc:
        note(exc.__notes__)
    try:
        int("x")
    except ValueError as exc:
        note(exc)
    try:
        {}["k"]
    except KeyError as exc:
        note(exc, exc.args)
    try:
        [1, 2].index(5)
    except ValueError as exc:
        note(exc)
    try:
        "a" + 1
    except TypeError as exc:
        note(exc)
    try:
        a, b = [1]
    except ValueError as exc:
        note(exc)
    try:
        None.x
    except AttributeError as exc:
        note(exc)
    try:
        wrapped()
    except TypeError as exc:
        note("TypeError")
    try:
        await asyncio.sleep("x")
    except TypeError as exc:
        note("TypeError")
    for i, (k, v) in enumerate({"a": 1, "b": 2}.items(), start=1):
        note(i, k, v)
    while True:
        try:
            raise StopIteration
        except StopIteration:
            break
        finally:
            note("end while")
    del e
    for line in log:
        print(line)
    raise SystemExit("bye") if False else ValueError("the end")

asyncio.run(main())
