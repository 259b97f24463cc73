# csv: rows of fields as lines of text.

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
if __python__ >= 12:
    QUOTE_STRINGS, QUOTE_NOTNULL = 4, 5


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


SETTINGS = (
    "delimiter",
    "quotechar",
    "escapechar",
    "doublequote",
    "skipinitialspace",
    "lineterminator",
    "quoting",
    "strict",
)
DIALECTS = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


# A dialect with what a call says otherwise.
class Settings:
    __type_name__ = "_csv.Dialect"

    def __init__(self, dialect, others):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in others:
            if name not in SETTINGS:
                raise TypeError(f"this function got an unexpected keyword argument {name!r}")
        for name in SETTINGS:
            value = getattr(Dialect if dialect is None else dialect, name, getattr(Dialect, name))
            setattr(self, name, others.get(name, value))
        if self.quotechar is None and "quoting" not in others:
            self.quoting = QUOTE_NONE
        self._check()

    def _check(self):
        for name in ("delimiter", "quotechar", "escapechar"):
            value = getattr(self, name)
            if value is None and name != "delimiter":
                continue
            if not isinstance(value, str):
                words = "string" if name == "delimiter" else "string or None"
                raise TypeError(f'"{name}" must be {words}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= (5 if __python__ >= 12 else 3):
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError("quotechar must be set if quoting enabled")


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    DIALECTS[name] = Settings(dialect, fmtparams)


def unregister_dialect(name):
    get_dialect(name)
    del DIALECTS[name]


def get_dialect(name):
    if name not in DIALECTS:
        raise Error("unknown dialect")
    return DIALECTS[name]


def list_dialects():
    return list(DIALECTS)


# What is read, one character after the other. `_stands` tells where in a field the reader is.
class Reader:
    __type_name__ = "_csv.reader"

    def __init__(self, lines, dialect):
        self.dialect = dialect
        self.line_num = 0
        self._lines = iter(lines)

    def __iter__(self):
        return self

    def __next__(self):
        self._fields, self._field, self._is_number, self._stands = [], [], False, "record"
        is_first = True
        while is_first or self._stands != "record":
            is_first = False
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._stands == "quoted":
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    return self._fields
                raise
            if not isinstance(line, str):
                kind = type(line).__name__
                raise Error(f"iterator should return strings, not {kind} (the file should be opened in text mode)")
            self.line_num += 1
            for one in line:
                self._take(one)
            self._take("")
        return self._fields

    def _save(self):
        field = "".join(self._field)
        if self._is_number:
            field = float(field)
        self._fields.append(field)
        self._field, self._is_number = [], False

    # The next character; an empty text is the end of the line.
    def _take(self, one):
        dialect, stands = self.dialect, self._stands
        ends = one in ("\n", "\r", "")
        is_quote = one == dialect.quotechar and dialect.quoting != QUOTE_NONE
        if stands == "record" and ends:
            self._stands = "end" if one else "record"
        elif stands in ("record", "start"):
            self._begin(one, ends, is_quote)
        elif stands == "escaped" or stands == "escaped inside":
            self._field.append(one or "\n")
            inside = "quoted" if stands == "escaped inside" else "field"
            self._stands = "behind" if ends and one and stands == "escaped" else inside
        elif stands == "behind" and one == "":
            return
        elif stands in ("field", "behind"):
            if ends:
                self._end_field(one)
            elif one == dialect.escapechar:
                self._stands = "escaped"
            elif one == dialect.delimiter:
                self._save()
                self._stands = "start"
            else:
                self._field.append(one)
                self._stands = "field"
        elif stands == "quoted":
            if one and one == dialect.escapechar:
                self._stands = "escaped inside"
            elif one and is_quote:
                self._stands = "quote" if dialect.doublequote else "field"
            else:
                self._field.append(one)
        elif stands == "quote":
            self._behind_quote(one, ends, is_quote)
        elif one == "":
            self._stands = "record"
        elif not ends:
            raise Error(
                "new-line character seen in unquoted field - do you need to open the file "
                + ("with newline=''?" if __python__ >= 13 else "in universal-newline mode?")
            )

    def _begin(self, one, ends, is_quote):
        dialect = self.dialect
        self._stands = "start"
        if ends:
            self._end_field(one)
        elif is_quote:
            self._stands = "quoted"
        elif one == dialect.escapechar:
            self._stands = "escaped"
        elif one == " " and dialect.skipinitialspace:
            return
        elif one == dialect.delimiter:
            self._save()
        else:
            self._is_number = dialect.quoting == QUOTE_NONNUMERIC
            self._field.append(one)
            self._stands = "field"

    def _end_field(self, one):
        self._save()
        self._stands = "end" if one else "record"

    def _behind_quote(self, one, ends, is_quote):
        dialect = self.dialect
        if one and is_quote:
            self._field.append(one)
            self._stands = "quoted"
        elif one == dialect.delimiter:
            self._save()
            self._stands = "start"
        elif ends:
            self._end_field(one)
        elif not dialect.strict:
            self._field.append(one)
            self._stands = "field"
        else:
            raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")


class Writer:
    __type_name__ = "_csv.writer"

    def __init__(self, file, dialect):
        if not hasattr(file, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = dialect
        self._write = file.write

    def writerow(self, row, /):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        line = self.dialect.delimiter.join([self._written(field) for field in fields])
        if fields and not line:
            if self.dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            line = self.dialect.quotechar * 2
        return self._write(line + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _written(self, value):
        dialect = self.dialect
        quoting = dialect.quoting
        is_number = isinstance(value, (int, float)) or hasattr(type(value), "__float__")
        quoted = (
            quoting == QUOTE_ALL
            or quoting == QUOTE_NONNUMERIC
            and not is_number
            or quoting == 4
            and isinstance(value, str)
            or quoting == 5
            and value is not None
        )
        text = "" if value is None else str(value)
        made = []
        for one in text:
            is_special = one in (dialect.delimiter, dialect.escapechar, dialect.quotechar) or one in dialect.lineterminator
            if is_special or __python__ >= 13 and one in "\r\n":
                escapes = quoting == QUOTE_NONE or one == dialect.escapechar
                if not escapes and one == dialect.quotechar:
                    escapes = not dialect.doublequote
                    if dialect.doublequote:
                        made.append(one)
                if escapes:
                    if dialect.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    made.append(dialect.escapechar)
                else:
                    quoted = True
            made.append(one)
        body = "".join(made)
        return f"{dialect.quotechar}{body}{dialect.quotechar}" if quoted else body


def reader(csvfile, /, dialect="excel", **fmtparams):
    return Reader(csvfile, Settings(dialect, fmtparams))


def writer(csvfile, /, dialect="excel", **fmtparams):
    return Writer(csvfile, Settings(dialect, fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names) :]
        for name in names[len(row) :]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            others = [name for name in rowdict if name not in self.fieldnames]
            if others:
                shown = ", ".join([f"{name!r}" for name in others])
                raise ValueError(f"dict contains fields not in fieldnames: {shown}")
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(row) for row in rowdicts])
