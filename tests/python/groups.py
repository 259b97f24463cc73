import asyncio


def show(e, depth=0):
    pad = "  " * depth
    print(pad + repr(e), "|", str(e), "|", type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__)
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            show(x, depth + 1)


def star(make, *actions):
    try:
        try:
            raise make()
        except* ValueError as eg:
            print("V", eg.exceptions)
            if "reraise" in actions:
                raise
            if "new" in actions:
                raise RuntimeError("new")
            if "explicit" in actions:
                raise eg
        except* (TypeError, KeyError) as eg:
            print("T", eg.exceptions)
            if "new2" in actions:
                raise OSError("new2") from eg
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        show(e)
    else:
        print("nothing")
    print("--")


def nested():
    return ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)]), OSError(4)])


for actions in [(), ("reraise",), ("new",), ("explicit",), ("new2",), ("new", "new2")]:
    star(nested, *actions)
    star(lambda: ValueError("naked"), *actions)
    star(lambda: ExceptionGroup("only", [ValueError(1)]), *actions)
star(lambda: OSError("other"))
g = nested()
print(g.split(ValueError))
print(g.subgroup(lambda e: isinstance(e, OSError)))
print(g.subgroup([ValueError, TypeError][0]), g.derive([ValueError(9)]))
print(g.message, g.args, len(g.exceptions))


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message, excs)


m = MyGroup("mine", [ValueError(1), TypeError(2)])
m.add_note("note")
a, b = m.split(ValueError)
print(repr(a), repr(b), a.__notes__)
for bad in [lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", ValueError()), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x")]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(BaseExceptionGroup("b", [ValueError()]).__class__, BaseExceptionGroup("b", [KeyboardInterrupt()]).__class__)
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)


def f(a, b, *, c):
    pass


for call in [lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, 3), lambda: f(1, 2, 3, c=1), lambda: f(1, 2, d=3), lambda: f(1, a=1)]:
    try:
        call()
    except TypeError as e:
        print(e)


def ff():
    try:
        return 1
    finally:
        return 2


def fg():
    for i in range(3):
        try:
            raise KeyError(i)
        finally:
            if i < 2:
                continue
            break
    return i


print(ff(), fg())
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("x") from e
except ValueError as e:
    show(e)
    e.add_note("n1")
    print(e.__notes__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("x") from None
except ValueError as e:
    show(e)
try:
    raise 3
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
