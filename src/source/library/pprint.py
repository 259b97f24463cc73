# pprint: values over several lines, where they do not fit into one.


# Sorts what cannot be compared by the names of types.
class Sortable:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            mine, others = str(type(self.value)), str(type(other.value))
            return (mine, id(self.value)) < (others, id(other.value))


def by_key(item):
    return Sortable(item[0]), Sortable(item[1])


def is_of_script(cls):
    return hasattr(cls, "__mro__") and hasattr(cls, "__dict__")


# How a value's type shows it: as one of these, or by a method of its own.
def kind_of(value):
    kind = KINDS.get(type(value))
    if kind is not None or not is_of_script(type(value)):
        return kind
    for cls in type(value).__mro__:
        if cls in KINDS:
            return KINDS[cls]
        if cls is object:
            break
        if cls.__module__ == "types" and cls.__name__ in OF_TYPES:
            return OF_TYPES[cls.__name__]
        if "__repr__" in cls.__dict__:
            is_generated = hasattr(cls, "__dataclass_fields__") and hasattr(cls.__repr__, "__wrapped__")
            return "dataclass" if is_generated else None
    return None


class PrettyPrinter:
    def __init__(
        self,
        indent=1,
        width=80,
        depth=None,
        stream=None,
        *,
        compact=False,
        sort_dicts=True,
        underscore_numbers=False,
    ):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent_per_level = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object)
        if self._stream is None:
            print(text)
        else:
            self._stream.write(text + "\n")

    def pformat(self, object):
        pieces = []
        self.show(object, pieces, 0, 0, {}, 0)
        return "".join(pieces)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def line(self, value, context, level):
        return self.format(value, context.copy(), self._depth, level)[0]

    # Adds to the pieces how a value is shown that begins in this column, with so much to follow on its last line.
    def show(self, value, pieces, column, allowance, context, level):
        if id(value) in context:
            pieces.append(recursion(value))
            return
        text = self.line(value, context, level)
        kind = kind_of(value) if len(text) > self._width - column - allowance else None
        if kind is None:
            pieces.append(text)
            return
        context[id(value)] = 1
        self.spread(kind, value, text, pieces, column, allowance, context, level + 1)
        del context[id(value)]

    def spread(self, kind, value, text, pieces, column, allowance, context, level):
        name = type(value).__name__
        within = column + len(name) + 1
        if kind in ("str", "bytes", "bytearray"):
            if not value:
                pieces.append(text)
            elif kind == "str":
                self.text(value, pieces, column, allowance, level)
            elif kind == "bytes":
                self.bytes(value, pieces, column, allowance, level == 1)
            else:
                pieces.append("bytearray(")
                self.bytes(bytes(value), pieces, column + 10, allowance + 1, level == 0)
                pieces.append(")")
            return
        if kind == "data":
            self.show(value.data, pieces, column, allowance, context, level - 1)
            return
        if kind not in ("dict", "list", "tuple", "dataclass", "namespace", "mappingproxy"):
            if not (value.maps if kind == "ChainMap" else value):
                pieces.append(text)
                return
        if kind == "dict":
            self.dict(value, pieces, column, allowance, context, level)
        elif kind == "list":
            pieces.append("[")
            self.items(value, pieces, column, allowance + 1, context, level)
            pieces.append("]")
        elif kind == "tuple":
            end = ",)" if len(value) == 1 else ")"
            pieces.append("(")
            self.items(value, pieces, column, allowance + len(end), context, level)
            pieces.append(end)
        elif kind == "set":
            start, end = ("{", "}") if type(value) is set else (name + "({", "})")
            pieces.append(start)
            ordered = sorted(value, key=Sortable)
            self.items(ordered, pieces, column + len(start) - 1, allowance + len(end), context, level)
            pieces.append(end)
        elif kind == "OrderedDict":
            pieces.append(name + "(")
            self.show(list(value.items()), pieces, within, allowance + 1, context, level)
            pieces.append(")")
        elif kind == "defaultdict":
            factory = self.line(value.default_factory, context, level)
            pieces.append(f"{name}({factory},\n{' ' * within}")
            self.dict(value, pieces, within, allowance + 1, context, level)
            pieces.append(")")
        elif kind == "Counter":
            pieces.append(name + "({" + " " * (self._indent_per_level - 1))
            self.pairs(value.most_common(), pieces, within, allowance + 2, context, level)
            pieces.append("})")
        elif kind == "ChainMap":
            pieces.append(name + "(")
            for each in value.maps[:-1]:
                self.show(each, pieces, within, 1, context, level)
                pieces.append(",\n" + " " * within)
            self.show(value.maps[-1], pieces, within, allowance + 1, context, level)
            pieces.append(")")
        elif kind == "deque":
            pieces.append(name + "([")
            self.items(value, pieces, within, 2 if value.maxlen is not None else allowance + 2, context, level)
            limit = "" if value.maxlen is None else f",\n{' ' * within}maxlen={self.line(value.maxlen, context, level)}"
            pieces.append("]" + limit + ")")
        elif kind == "mappingproxy":
            pieces.append("mappingproxy(")
            self.show(value.copy(), pieces, column + 13, allowance + 1, context, level)
            pieces.append(")")
        else:
            if kind == "dataclass":
                members = [(one.name, getattr(value, one.name)) for one in dataclasses.fields(value) if one.repr]
            else:
                name = "namespace" if name == "SimpleNamespace" else name
                members = list(value.__dict__.items())
            pieces.append(name + "(")
            self.members(members, pieces, column + len(name) + 1, allowance, context, level)
            pieces.append(")")

    def dict(self, value, pieces, column, allowance, context, level):
        pieces.append("{" + " " * (self._indent_per_level - 1))
        items = sorted(value.items(), key=by_key) if self._sort_dicts else list(value.items())
        self.pairs(items, pieces, column, allowance + 1, context, level)
        pieces.append("}")

    def pairs(self, items, pieces, column, allowance, context, level):
        column += self._indent_per_level
        for at, (key, value) in enumerate(items):
            if at:
                pieces.append(",\n" + " " * column)
            name = self.line(key, context, level)
            pieces.append(name + ": ")
            behind = allowance if at == len(items) - 1 else 1
            self.show(value, pieces, column + len(name) + 2, behind, context, level)

    def members(self, items, pieces, column, allowance, context, level):
        for at, (name, value) in enumerate(items):
            if at:
                pieces.append(",\n" + " " * column)
            pieces.append(name + "=")
            if id(value) in context:
                pieces.append("...")
                continue
            behind = allowance if at == len(items) - 1 else 1
            self.show(value, pieces, column + len(name) + 1, behind, context, level)

    def items(self, values, pieces, column, allowance, context, level):
        column += self._indent_per_level
        pieces.append(" " * (self._indent_per_level - 1))
        values = list(values)
        room = whole = self._width - column + 1
        between = ""
        for at, value in enumerate(values):
            is_last = at == len(values) - 1
            if is_last:
                room, whole = room - allowance, whole - allowance
            if self._compact:
                text = self.line(value, context, level)
                size = len(text) + 2
                if room < size:
                    room = whole
                    between = between and ",\n" + " " * column
                if room >= size:
                    room -= size
                    pieces.append(between + text)
                    between = ", "
                    continue
            pieces.append(between)
            between = ",\n" + " " * column
            self.show(value, pieces, column, allowance if is_last else 1, context, level)

    # Breaks a text behind its lines, and those behind blanks.
    def text(self, value, pieces, column, allowance, level):
        is_outermost = level == 1
        if is_outermost:
            column, allowance = column + 1, allowance + 1
        lines, chunks = value.splitlines(True), []
        room = self._width - column
        for at, line in enumerate(lines):
            is_last_line = at == len(lines) - 1
            if len(repr(line)) <= room - (allowance if is_last_line else 0):
                chunks.append(repr(line))
                continue
            words = re.findall(r"\S*\s*", line)[:-1]
            current = ""
            for of_line, word in enumerate(words):
                is_last = is_last_line and of_line == len(words) - 1
                if len(repr(current + word)) > room - (allowance if is_last else 0):
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            pieces.append(chunks[0])
            return
        joined = ("\n" + " " * column).join(chunks)
        pieces.append(f"({joined})" if is_outermost else joined)

    # Breaks bytes behind each four of them.
    def bytes(self, value, pieces, column, allowance, is_outermost):
        if len(value) <= 4:
            pieces.append(repr(value))
            return
        if is_outermost:
            column, allowance = column + 1, allowance + 1
        current, chunks, room = value[:0], [], self._width - column
        for at in range(0, len(value), 4):
            part = value[at : at + 4]
            if at == len(value) // 4 * 4:
                room -= allowance
            if current and len(repr(current + part)) > room:
                chunks.append(repr(current))
                current = part
            else:
                current += part
        if current:
            chunks.append(repr(current))
        joined = ("\n" + " " * column).join(chunks)
        pieces.append(f"({joined})" if is_outermost else joined)

    # A value in one line, whether it could be read again, and whether it holds itself.
    def _safe_repr(self, value, context, maxlevels, level):
        kind = kind_of(value)
        if isinstance(value, int) and kind is None and self._underscore_numbers and not isinstance(value, bool):
            return f"{value:_d}", True, False
        if kind not in ("dict", "list", "tuple"):
            text = repr(value)
            return text, kind in ("str", "bytes", "bytearray") or bool(text) and not text.startswith("<"), False
        start, end = {"dict": "{}", "list": "[]", "tuple": "()"}[kind]
        if not value:
            return start + end, True, False
        if kind == "tuple" and len(value) == 1:
            end = ",)"
        if maxlevels and level >= maxlevels:
            return start + "..." + end, False, id(value) in context
        if id(value) in context:
            return recursion(value), False, True
        context[id(value)] = 1
        if kind == "dict":
            items = sorted(value.items(), key=by_key) if self._sort_dicts else value.items()
            parts = [part for item in items for part in item]
        else:
            parts = value
        shown = [self.format(part, context, maxlevels, level + 1) for part in parts]
        del context[id(value)]
        texts = [text for text, _, _ in shown]
        if kind == "dict":
            texts = [f"{key}: {item}" for key, item in zip(texts[::2], texts[1::2])]
        is_readable = all([readable for _, readable, _ in shown])
        return start + ", ".join(texts) + end, is_readable, any([recursive for _, _, recursive in shown])


def recursion(value):
    return f"<Recursion on {type(value).__name__} with id={id(value)}>"


KINDS = {dict: "dict", list: "list", tuple: "tuple", set: "set", frozenset: "set", str: "str"}
KINDS[type(b"")], KINDS[bytearray] = "bytes", "bytearray"
KINDS[collections.OrderedDict], KINDS[collections.defaultdict] = "OrderedDict", "defaultdict"
KINDS[collections.Counter], KINDS[collections.ChainMap] = "Counter", "ChainMap"
KINDS[collections.deque], KINDS[collections.UserDict], KINDS[collections.UserList] = "deque", "data", "data"
OF_TYPES = {"SimpleNamespace": "namespace", "MappingProxyType": "mappingproxy", "mappingproxy": "mappingproxy"}


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    options = {"compact": compact, "sort_dicts": sort_dicts, "underscore_numbers": underscore_numbers}
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def pprint(
    object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False
):
    options = {"compact": compact, "sort_dicts": sort_dicts, "underscore_numbers": underscore_numbers}
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]
