# traceback, without the marks below lines. The folder in which code lies is hidden.


def format_exception_only(exc, value=None, *, show_group=False):
    return lines_of_exception(exc if value is None else value)


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
        lines.extend(format_tb(error.__traceback__, limit))
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


# A frame that an exception passed.
class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = locals

    def parts(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self.parts() == other.parts()
        if isinstance(other, tuple):
            return self.parts() == other
        return NotImplemented

    def __getitem__(self, index):
        return self.parts()[index]

    def __iter__(self):
        return iter(self.parts())

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def walk_tb(tb):
    while tb is not None:
        yield (tb.tb_frame, tb.tb_lineno)
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    summaries = []
    for frame, line in walk_tb(tb):
        code = frame.f_code
        summaries.append(FrameSummary(code.co_filename, line, code.co_name, line=frame._text))
    if limit is None:
        return summaries
    return summaries[:limit] if limit >= 0 else summaries[limit:]


def format_list(extracted_list):
    return [lines_of_frame(*summary) for summary in extracted_list]


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_list(extracted_list, file=None):
    if is_written(file):
        file.write("".join(format_list(extracted_list)))


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)
