# ast: literals, read from texts. Trees are not there: of what is no literal only the kind is known.

NUMBER = (
    r"0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|"
    r"(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:[eE][+-]?\d(?:_?\d)*)?|\d(?:_?\d)*\.(?:[eE][+-]?\d(?:_?\d)*)?|"
    r"\d(?:_?\d)*[eE][+-]?\d(?:_?\d)*|\d(?:_?\d)*"
)
STRING = (
    r"([rRbBuU]{0,2})(?:'''((?:[^\\]|\\.)*?)'''|\"\"\"((?:[^\\]|\\.)*?)\"\"\"|'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\")"
)
ESCAPES = {
    "\n": "", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
}
CONSTANTS = {"None": None, "True": True, "False": False}
STATEMENTS = (
    "and as assert async await break class continue def del elif else except finally for from global if import in is nonlocal or "
    "pass raise return try while with"
).split()


# What stands for a piece of a program that is no literal, or for one that is.
class Node:
    pass


class Attribute(Node):
    __type_name__ = "ast.Attribute"


class BinOp(Node):
    __type_name__ = "ast.BinOp"


class Call(Node):
    __type_name__ = "ast.Call"


class Compare(Node):
    __type_name__ = "ast.Compare"


class Constant(Node):
    __type_name__ = "ast.Constant"


class Dict(Node):
    __type_name__ = "ast.Dict"


class List(Node):
    __type_name__ = "ast.List"


class Name(Node):
    __type_name__ = "ast.Name"


class Set(Node):
    __type_name__ = "ast.Set"


class Tuple(Node):
    __type_name__ = "ast.Tuple"


class IfExp(Node):
    __type_name__ = "ast.IfExp"


class JoinedStr(Node):
    __type_name__ = "ast.JoinedStr"


class Lambda(Node):
    __type_name__ = "ast.Lambda"


class ListComp(Node):
    __type_name__ = "ast.ListComp"


class Starred(Node):
    __type_name__ = "ast.Starred"


class Subscript(Node):
    __type_name__ = "ast.Subscript"


class UnaryOp(Node):
    __type_name__ = "ast.UnaryOp"


def malformed(node, line):
    return ValueError(f"malformed node or string on line {line}: {node!r}")


def node_of(value):
    for kind, node in ((tuple, Tuple), (list, List), (dict, Dict), (set, Set)):
        if isinstance(value, kind):
            return node()
    return Constant()


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    reader = Reader(node_or_string.lstrip(" \t"))
    reader.skip(" \t\r\n\f")
    value = reader.tuple_or_value()
    reader.skip(" \t\r\n")
    if reader.at < len(reader.text):
        raise reader.error()
    return value


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.depth = 0

    def error(self, words="invalid syntax"):
        line = self.text.count("\n", 0, self.at) + 1
        return SyntaxError(f"{words} (<unknown>, line {line})")

    def skip(self, spaces=None):
        spaces = spaces or (" \t\r\n\f" if self.depth else " \t\f")
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif self.text[self.at] in spaces:
                self.at += 1
            else:
                return

    def peek(self):
        self.skip()
        return self.text[self.at : self.at + 1]

    def match(self, pattern):
        self.skip()
        match = re.compile(pattern, re.DOTALL).match(self.text, self.at)
        if match is not None:
            self.at = match.end()
        return match

    # Values with commas between them are a tuple, where no brackets are around them, too.
    def tuple_or_value(self):
        first = self.value()
        if self.peek() != ",":
            return first
        self.at += 1
        return (first, *self.values(""))

    # Values up to a bracket, or to the end.
    def values(self, end):
        kept = []
        while self.peek() not in ("", end, "\n", "\r"):
            kept.append(self.value())
            if self.peek() != ",":
                break
            self.at += 1
        return kept

    def closed(self, end):
        if self.peek() != end:
            if not self.peek():
                raise self.error(f"'{dict(zip(')]}', '([{'))[end]}' was never closed")
            raise self.error("invalid syntax. Perhaps you forgot a comma?" if self.peek() not in ")]}=" else "invalid syntax")
        self.at += 1
        self.depth -= 1

    def value(self):
        one = self.peek()
        line = self.text.count("\n", 0, self.at) + 1
        if one in ("+", "-"):
            self.at += 1
            is_signed = self.peek() in ("+", "-")
            value = self.value()
            if is_signed or type(value) not in (int, float):
                raise malformed(UnaryOp() if is_signed else node_of(value), line)
            return -value if one == "-" else value
        value = self.plain(one, line)
        node = self.behind(None)
        if node is not None:
            raise malformed(node, line)
        return value

    # What is made of a value by what stands behind it.
    def behind(self, node):
        while True:
            one = self.peek()
            if one and one in "([":
                node = Call() if one == "(" else Subscript()
                self.pass_brackets()
            elif self.match(r"\.\s*[^\W\d]\w*"):
                node = Attribute()
            else:
                break
        for pattern, made in ((r"(\*\*|//|<<|>>|[-+*/%@&|^])", BinOp), (r"([<>]=?|==|!=|(not\s+)?in\b|is\b)", Compare)):
            if self.match(pattern):
                self.value()
                return made()
        if self.match(r"if\b"):
            return IfExp()
        return ListComp() if self.match(r"(async\s+)?for\b") else node

    def pass_brackets(self):
        depth = 0
        while self.at < len(self.text):
            one = self.text[self.at]
            depth += (one in "([{") - (one in ")]}")
            self.at += 1
            if depth == 0:
                return
        raise self.error()

    def plain(self, one, line):
        if one and one in "([":
            self.at += 1
            self.depth += 1
            if one == "[":
                kept = self.values("]")
                self.closed("]")
                return kept
            return self.parenthesis()
        if one == "{":
            self.at += 1
            self.depth += 1
            return self.braces()
        if self.match(r"[rR]?[fF][rR]?(?=['\"])"):
            raise malformed(JoinedStr(), line)
        match = self.match(STRING)
        if match is not None:
            return self.string(match)
        if one == "*":
            raise malformed(Starred(), line)
        match = self.match(NUMBER)
        if match is not None:
            return self.number(match.group())
        match = self.match(r"\.\.\.|[^\W\d]\w*")
        if match is None:
            raise self.error()
        name = match.group()
        if name == "...":
            return Ellipsis
        if name in CONSTANTS:
            return CONSTANTS[name]
        if name in STATEMENTS:
            raise self.error()
        if name == "set" and self.match(r"\s*\(\s*\)"):
            return set()
        if name in ("lambda", "not"):
            raise malformed(Lambda() if name == "lambda" else UnaryOp(), line)
        raise malformed(self.behind(Name()), line)

    def parenthesis(self):
        if self.peek() == ")":
            self.closed(")")
            return ()
        value = self.value()
        if self.peek() == ",":
            self.at += 1
            value = (value, *self.values(")"))
        self.closed(")")
        return value

    def braces(self):
        if self.peek() == "}":
            self.closed("}")
            return {}
        first = self.value()
        if self.peek() != ":":
            others = []
            if self.peek() == ",":
                self.at += 1
                others = self.values("}")
            self.closed("}")
            return {first, *others}
        self.at += 1
        made = {first: self.value()}
        while self.peek() == ",":
            self.at += 1
            if self.peek() == "}":
                break
            key = self.value()
            if self.peek() != ":":
                raise self.error("':' expected after dictionary key")
            self.at += 1
            made[key] = self.value()
        self.closed("}")
        return made

    def number(self, digits):
        behind = self.text[self.at : self.at + 1]
        if behind and (behind.isalnum() or behind == "_"):
            raise self.error("invalid decimal literal")
        plain = digits.replace("_", "")
        if plain[:2].lower() in ("0x", "0o", "0b"):
            return int(plain, 0)
        if plain.isdigit():
            if plain[0] == "0" and plain.strip("0"):
                words = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
                raise self.error(words)
            return int(plain)
        return float(plain)

    # Strings that follow one another are one.
    def string(self, match):
        made, is_bytes = "", None
        while match is not None:
            prefix = match.group(1).lower()
            if prefix not in ("", "r", "b", "u", "br", "rb"):
                raise self.error()
            if is_bytes is not None and is_bytes != ("b" in prefix):
                raise self.error("cannot mix bytes and nonbytes literals")
            is_bytes = "b" in prefix
            body = next(part for part in match.groups()[1:] if part is not None)
            if is_bytes and not body.isascii():
                raise self.error("bytes can only contain ASCII literal characters")
            made += body if "r" in prefix else self.unescaped(body, is_bytes)
            match = self.match(STRING)
        return of_held(bytes, made) if is_bytes else made

    def unescaped(self, body, is_bytes):
        first, *parts = re.split(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|.)", body, flags=re.DOTALL)
        made = [first]
        for place, part in enumerate(parts):
            if place % 2:
                made.append(part)
            elif part in ESCAPES:
                made.append(ESCAPES[part])
            elif part[0] in "01234567":
                made.append(chr(int(part, 8) & 255 if is_bytes else int(part, 8)))
            elif len(part) > 1 and (part[0] == "x" or not is_bytes):
                made.append(chr(int(part[1:], 16)))
            elif part[0] in ("xuU" if not is_bytes else "x"):
                raise self.error("(unicode error) 'unicodeescape' codec can't decode bytes: truncated escape")
            else:
                made.append("\\" + part)
        return "".join(made)
