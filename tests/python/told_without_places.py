# traceback, where nothing is told of places: notes of all kinds, texts that fail, and what groups hold.
import traceback


def lines(error, **keywords):
    print(traceback.format_exception_only(error, **keywords))


noted = ValueError("noted")
noted.add_note("one\nand two")
lines(noted)
for notes in (["text", 3, None], "abc", 5, ()):
    noted.__notes__ = notes
    lines(noted)


class Speechless(Exception):
    def __str__(self):
        raise RuntimeError("no words")

    __repr__ = __str__


class Outer:
    class Inner(Exception):
        pass


lines(Speechless())
lines(Outer.Inner("inner"))
lines(None)
print(traceback.format_exception_only(ValueError, ValueError("by value")))
for given in ((3,), (ValueError, ValueError())):
    try:
        traceback.format_exception(*given)
    except (TypeError, ValueError) as error:
        print(error)
try:
    traceback.format_exception_only(3)
except AttributeError as error:
    print(error)

deep = ExceptionGroup("deep", [KeyError("k")])
group = ExceptionGroup("top", [ValueError("two\nlines"), ExceptionGroup("middle", [deep, TypeError("t")]), noted])
group.add_note("of the group")
for line in traceback.format_exception(group):
    print(line, end="")
lines(group)
wide = ExceptionGroup("wide", [ValueError(number) for number in range(18)])
print("".join(traceback.format_exception(wide)))
caused = KeyError("caused")
caused.__cause__ = ValueError("cause")
caused.__cause__.__context__ = caused
print("".join(traceback.format_exception(caused)))
print("".join(traceback.format_exception(caused, chain=False)))
print("".join(traceback.format_exception(ExceptionGroup("holds", [caused]))))
told = traceback.TracebackException.from_exception(group)
print(str(told), len(told.exceptions), told.exc_type.__name__, list(told.stack), told.__cause__)
