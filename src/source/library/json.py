# json: values as text, and back.


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {line} column {column} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column


ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
LETTERS = {'"': '"', "\\": "\\", "/": "/", "n": "\n", "r": "\r", "t": "\t", "f": "\f", "b": "\b"}


# What classes of the program below it say of objects that JSON does not know is their `default`.
class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        indent = " " * self.indent if isinstance(self.indent, int) else self.indent
        separators = (self.item_separator, self.key_separator)
        writer = Writer(self.skipkeys, self.ensure_ascii, self.allow_nan, indent, separators, self.default, self.sort_keys)
        return writer.value(o, "\n")

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    return (JSONEncoder if cls is None else cls)(
        skipkeys=skipkeys,
        ensure_ascii=ensure_ascii,
        check_circular=check_circular,
        allow_nan=allow_nan,
        indent=indent,
        separators=separators,
        default=default,
        sort_keys=sort_keys,
        **kw,
    ).encode(obj)


def dump(obj, fp, **settings):
    fp.write(dumps(obj, **settings))


def load(fp, **settings):
    return loads(fp.read(), **settings)


class Writer:
    def __init__(self, skipkeys, ensure_ascii, allow_nan, indent, separators, default, sort_keys):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.allow_nan = allow_nan
        self.indent = indent
        self.comma, self.colon = separators
        self.default = default
        self.sort_keys = sort_keys
        self.inside = []

    def value(self, obj, newline):
        if obj is None:
            return "null"
        if obj is True:
            return "true"
        if obj is False:
            return "false"
        if isinstance(obj, str):
            return self.text(getattr(obj, "_value_", obj))
        if isinstance(obj, int):
            return str(int(getattr(obj, "_value_", obj)))
        if isinstance(obj, float):
            return self.number(obj)
        for each in self.inside:
            if each is obj:
                raise ValueError("Circular reference detected")
        self.inside.append(obj)
        text = self.compound(obj, newline)
        self.inside.pop()
        return text

    def compound(self, obj, newline):
        if isinstance(obj, (list, tuple)):
            return self.block("[", "]", newline, lambda inner: [self.value(item, inner) for item in obj])
        if isinstance(obj, dict):
            return self.block("{", "}", newline, lambda inner: self.entries(obj, inner))
        return self.value(self.default(obj), newline)

    def block(self, first, last, newline, parts_of):
        inner = newline if self.indent is None else newline + self.indent
        parts = parts_of(inner)
        if not parts:
            return first + last
        if self.indent is None:
            return first + self.comma.join(parts) + last
        return first + inner + (self.comma + inner).join(parts) + newline + last

    def entries(self, obj, inner):
        items = sorted(obj.items()) if self.sort_keys else obj.items()
        parts = []
        for key, value in items:
            if key is None or isinstance(key, (bool, int, float)):
                key = self.value(key, inner)
            elif not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
            parts.append(self.text(getattr(key, "_value_", key)) + self.colon + self.value(value, inner))
        return parts

    def number(self, number):
        if number != number or number in (float("inf"), float("-inf")):
            if not self.allow_nan:
                raise ValueError(f"Out of range float values are not JSON compliant: {number!r}" if is_since(12) else "Out of range float values are not JSON compliant")
            return "NaN" if number != number else "Infinity" if number > 0 else "-Infinity"
        return repr(number)

    def text(self, text):
        parts = []
        for character in text:
            code = ord(character)
            if character in ESCAPES:
                parts.append(ESCAPES[character])
            elif code < 32 or self.ensure_ascii and 126 < code < 65536:
                parts.append("\\u" + format(code, "04x"))
            elif self.ensure_ascii and code >= 65536:
                code -= 65536
                parts.append("\\u" + format(55296 + code // 1024, "04x") + "\\u" + format(56320 + code % 1024, "04x"))
            else:
                parts.append(character)
        return '"' + "".join(parts) + '"'


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def reader(self, s):
        return Reader(s, self.object_hook, self.parse_float, self.parse_int, self.parse_constant, self.object_pairs_hook, self.strict)

    def decode(self, s):
        reader = self.reader(s)
        value, at = reader.value(reader.skip(0))
        at = reader.skip(at)
        if at != len(s):
            raise JSONDecodeError("Extra data", s, at)
        return value

    def raw_decode(self, s, idx=0):
        return self.reader(s).value(idx)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if not isinstance(s, str):
        if not hasattr(s, "decode"):
            raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
        s = s.decode()
    hooks = {"object_hook": object_hook, "object_pairs_hook": object_pairs_hook, "parse_float": parse_float, "parse_int": parse_int, "parse_constant": parse_constant}
    kw.update({name: hook for name, hook in hooks.items() if hook is not None})
    return (JSONDecoder if cls is None else cls)(**kw).decode(s)


class Reader:
    def __init__(self, text, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict):
        self.text = text
        self.strict = strict
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.object_pairs_hook = object_pairs_hook

    def skip(self, at):
        while at < len(self.text) and self.text[at] in " \t\n\r":
            at += 1
        return at

    def value(self, at):
        rest = self.text[at : at + 9]
        for word, value in (("null", None), ("true", True), ("false", False)):
            if rest.startswith(word):
                return value, at + len(word)
        for word in ("NaN", "Infinity", "-Infinity"):
            if rest.startswith(word):
                value = float(word) if self.parse_constant is None else self.parse_constant(word)
                return value, at + len(word)
        if rest.startswith('"'):
            return self.string(at + 1)
        if rest.startswith("["):
            return self.array(at + 1)
        if rest.startswith("{"):
            return self.object(at + 1)
        if rest and (rest[0] in "0123456789" or rest[0] == "-" and rest[1:2].isdigit()):
            return self.number(at)
        raise JSONDecodeError("Expecting value", self.text, at)

    def digits(self, at):
        while at < len(self.text) and self.text[at] in "0123456789":
            at += 1
        return at

    def number(self, at):
        first = at + (self.text[at] == "-")
        end = first + 1 if self.text[first] == "0" else self.digits(first)
        is_float = False
        if self.text[end : end + 1] == "." and self.digits(end + 1) > end + 1:
            end = self.digits(end + 1)
            is_float = True
        if self.text[end : end + 1] in ("e", "E"):
            sign = end + 1 + (self.text[end + 1 : end + 2] in ("+", "-"))
            if self.digits(sign) > sign:
                end = self.digits(sign)
                is_float = True
        word = self.text[at:end]
        return (self.parse_float(word) if is_float else self.parse_int(word)), end

    def string(self, at):
        begin = at - 1
        parts = []
        while True:
            if at >= len(self.text):
                raise JSONDecodeError("Unterminated string starting at", self.text, begin)
            character = self.text[at]
            at += 1
            if character == '"':
                return "".join(parts), at
            if character != "\\":
                if self.strict and ord(character) < 32:
                    raise JSONDecodeError("Invalid control character at", self.text, at - 1)
                parts.append(character)
                continue
            letter = self.text[at : at + 1]
            at += 1
            if letter == "u":
                code, at = self.code(at)
                if 55296 <= code < 56320 and self.text[at : at + 2] == "\\u":
                    low, after = self.code(at + 2)
                    if 56320 <= low < 57344:
                        code, at = 65536 + (code - 55296) * 1024 + low - 56320, after
                parts.append(chr(code))
            elif letter in LETTERS:
                parts.append(LETTERS[letter])
            else:
                raise JSONDecodeError("Invalid \\escape", self.text, at - 2)

    def code(self, at):
        word = self.text[at : at + 4]
        if len(word) < 4 or any(character not in "0123456789abcdefABCDEF" for character in word):
            raise JSONDecodeError("Invalid \\uXXXX escape", self.text, at - 1)
        return int(word, 16), at + 4

    def array(self, at):
        items = []
        at = self.skip(at)
        if self.text[at : at + 1] == "]":
            return items, at + 1
        while True:
            item, at = self.value(at)
            items.append(item)
            at = self.skip(at)
            mark = self.text[at : at + 1]
            if mark == "]":
                return items, at + 1
            if mark != ",":
                raise JSONDecodeError("Expecting ',' delimiter", self.text, at)
            comma = at
            at = self.skip(at + 1)
            if is_since(13) and self.text[at : at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", self.text, comma)

    def object(self, at):
        entries = []
        at = self.skip(at)
        if self.text[at : at + 1] == "}":
            return self.made(entries), at + 1
        comma = None
        while True:
            if self.text[at : at + 1] != '"':
                if comma is not None and is_since(13) and self.text[at : at + 1] == "}":
                    raise JSONDecodeError("Illegal trailing comma before end of object", self.text, comma)
                raise JSONDecodeError("Expecting property name enclosed in double quotes", self.text, at)
            key, at = self.string(at + 1)
            at = self.skip(at)
            if self.text[at : at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", self.text, at)
            value, at = self.value(self.skip(at + 1))
            entries.append((key, value))
            at = self.skip(at)
            mark = self.text[at : at + 1]
            if mark == "}":
                return self.made(entries), at + 1
            if mark != ",":
                raise JSONDecodeError("Expecting ',' delimiter", self.text, at)
            comma = at
            at = self.skip(at + 1)

    def made(self, entries):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(entries)
        return dict(entries) if self.object_hook is None else self.object_hook(dict(entries))
