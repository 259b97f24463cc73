# traceback, as far as it goes without the texts of files. What goes to stderr is no print: it is left out.


def format_exception_only(exc, value=None, *, show_group=False):
    error = exc if value is None else value
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ in ("__main__", "builtins") else f"{kind.__module__}.{kind.__qualname__}"
    text = str(error)
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    for note in getattr(error, "__notes__", []):
        lines.extend([f"{line}\n" for line in note.split("\n")])
    return lines


def print_exc(limit=None, file=None, chain=True):
    check(file)


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    check(file)


def check(file):
    if file is not None and getattr(file, "name", None) != "<stderr>":
        raise NotImplementedError("kitchen-sim knows no texts of files: print repr(error)")
