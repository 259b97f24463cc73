# traceback, without the marks below lines. The folder in which CPython's own code lies is hidden.


NOT_GIVEN = object()


# `traceback.py`, `_parse_value_tb`
def given_exception(exc, value, tb):
    if (value is NOT_GIVEN) != (tb is NOT_GIVEN):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not NOT_GIVEN:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def format_exception_only(exc, /, value=NOT_GIVEN, *, show_group=False):
    error = exc if value is NOT_GIVEN else value
    return list(TracebackException(type(error), error, None).format_exception_only(show_group=show_group))


def format_exception(exc, /, value=NOT_GIVEN, tb=NOT_GIVEN, limit=None, chain=True):
    error, tb = given_exception(exc, value, tb)
    return list(TracebackException(type(error), error, tb, limit=limit).format(chain=chain))


def format_exc(limit=None, chain=True):
    return "".join(format_exception(handled(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_lines(format_exception(handled(), limit=limit, chain=chain), file)


def print_exception(exc, /, value=NOT_GIVEN, tb=NOT_GIVEN, limit=None, file=None, chain=True):
    print_lines(format_exception(exc, value, tb, limit, chain), file)


CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


# How deep in groups what is told stands.
class GroupContext:
    def __init__(self):
        self.depth = 0
        self.need_close = False

    def indent(self):
        return " " * (2 * self.depth)

    def emit(self, lines, margin="|"):
        before = f"{self.indent()}{margin} " if self.depth else ""
        for text in lines:
            yield "".join([before + line for line in text.splitlines(True)]) if before else text


# `traceback.py`, `TracebackException`: what is told of an exception, of what stands behind it and of what it holds.
class TracebackException:
    def __init__(
        self,
        exc_type,
        exc_value,
        exc_traceback,
        *,
        limit=None,
        lookup_lines=True,
        capture_locals=False,
        compact=False,
        max_group_width=15,
        max_group_depth=10,
        _seen=None,
    ):
        seen = [] if _seen is None else _seen
        seen.append(exc_value)
        self.exc_type = exc_type
        if __python__ >= 13:
            self.exc_type_str = None if exc_type is None else told_name(exc_type)
        self._error = exc_value
        self.stack = extract_tb(exc_traceback, limit)
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__

        def told(error):
            limits = {"limit": limit, "max_group_width": max_group_width, "max_group_depth": max_group_depth}
            return TracebackException(type(error), error, error.__traceback__, _seen=seen, **limits)

        def inner(error):
            return None if error is None or any(error is each for each in seen) else told(error)

        self.__cause__ = None if exc_value is None else inner(exc_value.__cause__)
        self.__context__ = None if exc_value is None else inner(exc_value.__context__)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [told(error) for error in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return safe_string(self._error, "exception", str, "str")

    def format_exception_only(self, *, show_group=False, _depth=0):
        for line in lines_of_exception(self._error):
            yield 3 * _depth * " " + line
        if show_group and self.exceptions:
            for inner in self.exceptions:
                yield from inner.format_exception_only(show_group=True, _depth=_depth + 1)

    def chained(self, chain):
        output = []
        each = self
        while each is not None:
            message = before = None
            if chain and each.__cause__ is not None:
                message, before = CAUSE, each.__cause__
            elif chain and each.__context__ is not None and not each.__suppress_context__:
                message, before = CONTEXT, each.__context__
            output.append((message, each))
            each = before
        return reversed(output)

    def format(self, *, chain=True, _ctx=None):
        context = GroupContext() if _ctx is None else _ctx
        for message, each in self.chained(chain):
            if message is not None:
                yield from context.emit([message])
            if each.exceptions is None:
                if each.stack:
                    yield from context.emit(["Traceback (most recent call last):\n"])
                    yield from context.emit(format_list(each.stack))
                yield from context.emit(each.format_exception_only())
            elif context.depth > self.max_group_depth:
                yield from context.emit([f"... (max_group_depth is {self.max_group_depth})\n"])
            else:
                yield from each.format_group(chain, context)

    def format_group(self, chain, context):
        is_toplevel = context.depth == 0
        context.depth += is_toplevel
        if self.stack:
            head = "Exception Group Traceback (most recent call last):\n"
            yield from context.emit([head], "+" if is_toplevel else "|")
            yield from context.emit(format_list(self.stack))
        yield from context.emit(self.format_exception_only())
        width = self.max_group_width
        rest = len(self.exceptions) - width
        shown = self.exceptions[:width]
        context.need_close = False
        for index in range(len(shown) + (rest > 0)):
            is_last = index + 1 == len(shown) + (rest > 0)
            context.need_close = context.need_close or is_last
            title = str(index + 1) if index < width else "..."
            yield f"{context.indent()}{'  ' if index else '+-'}+---------------- {title} ----------------\n"
            context.depth += 1
            if index < width:
                yield from shown[index].format(chain=chain, _ctx=context)
            else:
                yield from context.emit([f"and {rest} more exception{'s' if rest > 1 else ''}\n"])
            if is_last and context.need_close:
                yield f"{context.indent()}+------------------------------------\n"
                context.need_close = False
            context.depth -= 1
        if is_toplevel:
            context.depth = 0

    def print(self, *, file=None, chain=True):
        print_lines(self.format(chain=chain), file)


def print_lines(lines, file):
    for line in lines:
        print(line, file=sys.stderr if file is None else file, end="")


# A frame that an exception passed.
class FrameSummary:
    def __init__(
        self,
        filename,
        lineno,
        name,
        *,
        lookup_line=True,
        locals=None,
        line=None,
        end_lineno=None,
        colno=None,
        end_colno=None,
        _marked="",
    ):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None and __python__ >= 13 else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._marked = _marked
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


MOST_REPEATED = 3


def repeated(count):
    more = count - MOST_REPEATED
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"] if more > 0 else []


# Frames, outermost first.
class StackSummary(list):
    @classmethod
    def from_list(cls, a_list):
        return cls(
            [each if isinstance(each, FrameSummary) else FrameSummary(*each[:3], line=each[3]) for each in a_list]
        )

    # The places of the parts of lines are not told of.
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        summaries = [summary_of(frame, line) for frame, line in frame_gen]
        if limit is not None:
            summaries = summaries[:limit] if limit >= 0 else summaries[limit:]
        return cls(summaries)

    def format_frame_summary(self, frame_summary, **colours):
        return lines_of_frame(*frame_summary, frame_summary._marked)

    # What repeats itself is told three times (`traceback.py`, `StackSummary.format`).
    def format(self):
        colours = {"colorize": False} if __python__ >= 13 else {}
        lines = []
        last = None
        count = 0
        for each in self:
            if is_of_library(each.filename):
                continue
            formatted = self.format_frame_summary(each, **colours)
            if formatted is None:
                continue
            place = (each.filename, each.lineno, each.name)
            if place != last:
                lines.extend(repeated(count))
                last = place
                count = 0
            count += 1
            if count <= MOST_REPEATED:
                lines.append(formatted)
        lines.extend(repeated(count))
        return lines


def summary_of(frame, line, **places):
    return FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name, line=frame._text.strip(), **places)


def walk_tb(tb):
    while tb is not None:
        yield (tb.tb_frame, tb.tb_lineno)
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    summaries = []
    for frame, line in walk_tb(tb):
        marked, *ends = frame._places or ("", None, None, None)
        places = dict(zip(("end_lineno", "colno", "end_colno"), ends))
        summaries.append(summary_of(frame, line, _marked=marked, **places))
    if limit is not None:
        summaries = summaries[:limit] if limit >= 0 else summaries[limit:]
    return StackSummary(summaries)


def walk_stack(f):
    if f is None:
        f = running_frame(0)
    while f is not None:
        yield (f, f.f_lineno)
        f = f.f_back


# `traceback.py`, `StackSummary._extract_from_extended_frame_gen`: of the innermost frames as many as the limit says, or of the outermost.
def extract_stack(f=None, limit=None):
    summaries = [summary_of(frame, line) for frame, line in walk_stack(f)]
    if limit is not None:
        summaries = summaries[:limit] if limit >= 0 else summaries[limit:]
    summaries.reverse()
    return StackSummary(summaries)


# What a loop that debugs keeps: rows of frames, the innermost first.
def summary_of_rows(rows):
    return StackSummary([summary_of(frame, frame.f_lineno) for frame in reversed(frames_of(rows))])


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_list(extracted_list, file=None):
    print_lines(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)
