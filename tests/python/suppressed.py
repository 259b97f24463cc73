"""What `suppress` does with groups: from 3.12 on it takes its exceptions out of them."""

import contextlib


def errors():
    return ExceptionGroup("all", [ValueError(1), ExceptionGroup("in", [KeyError("k"), OSError(2)])])


for wanted in ((ValueError,), (KeyError, OSError), (ValueError, LookupError, OSError), (ExceptionGroup,), ()):
    try:
        with contextlib.suppress(*wanted):
            raise errors()
        print("nothing is left")
    except BaseException as group:
        print(repr(group))
