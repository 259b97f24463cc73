# How records become text (`logging/__init__.py`, `PercentStyle` and its kin, `Formatter`).


class PercentStyle:
    default_format = "%(message)s"
    asctime_format = "%(asctime)s"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return "%(asctime)" in self._fmt

    def validate(self):
        if not has_percent_field(self._fmt):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def values_of(self, record):
        return {**self._defaults, **vars(record)} if self._defaults else vars(record)

    def _format(self, record):
        return self._fmt % self.values_of(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}")


# A field by name with one of the letters that stand for a way of writing it.
def has_percent_field(text):
    for part in text.split("%(")[1:]:
        name, closed, rest = part.partition(")")
        letter = rest.lstrip("#0+ -123456789.*")[:1]
        if name.replace("_", "").isalnum() and closed and letter and letter in "diouxefgcrsaDIOUXEFGCRSA%":
            return True
    return False


class StrFormatStyle(PercentStyle):
    default_format = "{message}"
    asctime_format = "{asctime}"

    def usesTime(self):
        return "{asctime" in self._fmt

    def validate(self):
        depth = fields = at = 0
        while at < len(self._fmt):
            letter = self._fmt[at]
            if depth == 0 and self._fmt[at : at + 2] in ("{{", "}}"):
                at += 1
            elif letter == "{":
                depth += 1
                fields += 1
            elif letter == "}":
                depth -= 1
                if depth < 0:
                    raise ValueError("invalid format: Single '}' encountered in format string")
            at += 1
        if depth > 0:
            raise ValueError("invalid format: expected '}' before end of string")
        if not fields:
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._fmt.format(**self.values_of(record))


class StringTemplateStyle(PercentStyle):
    default_format = "${message}"
    asctime_format = "${asctime}"

    def usesTime(self):
        return "$asctime" in self._fmt or "${asctime}" in self._fmt

    # The text cut into what stands as it is and names of fields; None is a `$` that says nothing.
    def pieces(self):
        text = self._fmt
        while "$" in text:
            before, _, text = text.partition("$")
            yield before, False
            if text[:1] == "$":
                yield "$", False
                text = text[1:]
                continue
            is_braced = text[:1] == "{"
            text = text[1:] if is_braced else text
            length = 0
            while length < len(text) and (text[length].isalnum() or text[length] == "_"):
                length += 1
            name, text = text[:length], text[length:]
            is_whole = name[:1].isidentifier() and (not is_braced or text[:1] == "}")
            yield name if is_whole else None, True
            text = text[1:] if is_braced else text
        yield text, False

    def validate(self):
        names = [name for name, is_field in self.pieces() if is_field]
        if None in names:
            raise ValueError("invalid format: bare '$' not allowed")
        if not names:
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        values = self.values_of(record)
        return "".join([str(values[piece]) if is_field else piece for piece, is_field in self.pieces()])


STYLES = {"%": PercentStyle, "{": StrFormatStyle, "$": StringTemplateStyle}


# CPython's own lines are not known: where some would be told, the text is hidden.
def told_stack(frame):
    frames = [each for each, line in traceback.walk_stack(frame)]
    if any(is_of_library(each.f_code.co_filename) for each in frames):
        return f"Stack (most recent call last):\n  File {hidden_place()}"
    return "Stack (most recent call last):\n" + "".join(traceback.format_stack(frame)).removesuffix("\n")


class Formatter:
    converter = None
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in STYLES:
            raise ValueError(f"Style must be one of: {','.join(STYLES)}")
        self._style = STYLES[style](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        moment = (self.converter or module_attribute("time", "localtime"))(record.created)
        text = module_attribute("time", "strftime")(datefmt or self.default_time_format, moment)
        if not datefmt and self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    # CPython's own lines are not known: where some would be told, the text is hidden.
    def formatException(self, ei):
        error, tb = ei[1], ei[2]
        if any(is_of_library(frame.f_code.co_filename) for frame, line in traceback.walk_tb(tb)):
            return f"Traceback (most recent call last):\n  File {hidden_place()}\n{lines_of_exception(error)[-1][:-1]}"
        text = "".join(traceback.format_exception(error, error, tb))
        return text.removesuffix("\n")

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text += ("" if text[-1:] == "\n" else "\n") + record.exc_text
        if record.stack_info:
            text += ("" if text[-1:] == "\n" else "\n") + self.formatStack(record.stack_info)
        return text


class BufferingFormatter:
    def __init__(self, linefmt=None):
        self.linefmt = linefmt or Formatter()

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        texts = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + "".join(texts) + self.formatFooter(records)
