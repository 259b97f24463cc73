# traceback, as far as it goes without the texts of files: where code lies is hidden.


def format_exception_only(exc, value=None, *, show_group=False):
    error = exc if value is None else value
    if error is None:
        return ["NoneType: None\n"]
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ in ("__main__", "builtins") else f"{kind.__module__}.{kind.__qualname__}"
    text = str(error)
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    for note in getattr(error, "__notes__", []):
        lines.extend([f"{line}\n" for line in note.split("\n")])
    return lines


CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    error = exc if value is None else value
    lines = []
    if chain and error is not None:
        if error.__cause__ is not None:
            lines = format_exception(error.__cause__) + [CAUSE]
        elif error.__context__ is not None and not error.__suppress_context__:
            lines = format_exception(error.__context__) + [CONTEXT]
    if error is not None and error.__traceback__ is not None:
        lines.append("Traceback (most recent call last):\n")
        lines.append(f"  File {hidden_place()}\n")
    return lines + format_exception_only(error)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(handled()))


def print_exc(limit=None, file=None, chain=True):
    if is_written(file):
        file.write(format_exc(limit, chain))


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    if is_written(file):
        file.write("".join(format_exception(exc, value, tb, limit, chain)))


# What goes to stderr is no print: it is left out.
def is_written(file):
    return file is not None and getattr(file, "name", None) != "<stderr>"


# A frame that an exception passed; where its file is is hidden.
class FrameSummary:
    def __init__(self, name, lineno):
        self.name = name
        self.lineno = lineno

    def __iter__(self):
        raise NotImplementedError("kitchen-sim hides where code lies: a frame has a name and a lineno")


def extract_tb(tb, limit=None):
    summaries = [FrameSummary(name, line) for name, _, line in rows_of_traceback(tb)]
    if limit is None:
        return summaries
    return summaries[:limit] if limit >= 0 else summaries[limit:]
