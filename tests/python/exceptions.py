"""try in all its shapes, in plain functions."""


class BurntError(Exception):
    """It was in too long."""


class CharredError(BurntError):
    pass


def ways(kind):
    try:
        print("body", kind)
        if kind == "return":
            return "from body"
        if kind == "value":
            raise ValueError("bad value", 7)
        if kind == "burnt":
            raise CharredError("toast")
        if kind == "class":
            raise KeyError
        if kind == "other":
            return 1 // 0
    except (ValueError, TypeError) as error:
        print("caught", repr(error), error.args)
    except BurntError as error:
        print("burnt", type(error).__name__, error)
        return "from handler"
    except KeyError:
        print("key")
    else:
        print("else")
    finally:
        print("finally", kind)
    return "end"


def loops():
    for round in range(5):
        try:
            if round == 1:
                continue
            if round == 3:
                break
            print("round", round)
        finally:
            print("after", round)
    else:
        print("never")
    while True:
        try:
            try:
                raise IndexError("inner")
            finally:
                print("inner finally")
        except IndexError as error:
            print("outer", error)
            break
        finally:
            print("outer finally")


def overrides():
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"


def swallows():
    for n in range(3):
        try:
            raise ValueError(n)
        finally:
            continue
    return n


def names():
    for attempt in range(2):
        try:
            print("error is", error)
        except UnboundLocalError as unbound:
            print("unbound", type(unbound).__name__)
        try:
            raise ValueError("x")
        except ValueError as error:
            inner = error
    return repr(inner)


def again():
    try:
        try:
            raise KeyError("k")
        except KeyError:
            print("log")
            raise
    except KeyError as error:
        return f"again {error}"


def reraise_in_callee():
    def callee():
        raise

    try:
        try:
            raise ValueError("callers")
        except ValueError:
            callee()
    except ValueError as error:
        print("callee raised", error)
    try:
        callee()
    except RuntimeError as error:
        print(error)


def chains():
    try:
        try:
            raise KeyError("first")
        except KeyError as first:
            raise ValueError("second") from first
    except ValueError as error:
        print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
    try:
        try:
            {}["missing"]
        except KeyError:
            1 // 0
    except ZeroDivisionError as error:
        print(repr(error.__cause__), repr(error.__context__))
    try:
        raise ValueError("plain") from None
    except ValueError as error:
        print(error.__cause__, error.__context__, error.__suppress_context__)


def nested(n):
    try:
        try:
            if n == 0:
                return "inner return"
            raise ValueError(n)
        except ValueError:
            if n == 1:
                raise KeyError(n)
            return "handler return"
        finally:
            print("inner", n)
    except KeyError as error:
        return f"outer {error!r}"
    finally:
        print("outer", n)


def wrong():
    try:
        try:
            raise ValueError("v")
        except "text":
            print("never")
    except TypeError as error:
        print(error)
    try:
        raise "text"
    except TypeError as error:
        print(error)


for kind in ["none", "return", "value", "burnt", "class", "other"]:
    try:
        print("->", ways(kind))
    except ZeroDivisionError as error:
        print("escaped", error)
loops()
print(overrides(), swallows(), names(), again())
reraise_in_callee()
chains()
for n in range(3):
    print(nested(n))
wrong()
try:
    assert 1 > 2, "no"
except AssertionError as error:
    print("assert", error)
try:
    undefined = [][0]
except LookupError:
    print("lookup")
except:
    print("never")
