# re: patterns of texts. `regex_read` and `regex_find` are intrinsics.

NOFLAG = 0
IGNORECASE = I = 2
MULTILINE = M = 8
DOTALL = S = 16
UNICODE = U = 32
VERBOSE = X = 64
ASCII = A = 256


class PatternError(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        super().__init__(msg if pos is None else f"{msg} at position {pos}")
        self.msg = msg
        self.pattern = pattern
        self.pos = pos


error = PatternError
if not is_since(13):
    error.__name__ = error.__qualname__ = "error"


class Match:
    __type_name__ = "re.Match"

    def __init__(self, pattern, string, spans):
        self.re = pattern
        self.string = string
        self.spans = spans

    def number_of(self, group):
        if isinstance(group, str):
            if group not in self.re.groupindex:
                raise IndexError("no such group")
            return self.re.groupindex[group]
        if not 0 <= group <= self.re.groups:
            raise IndexError("no such group")
        return group

    def span(self, group=0):
        number = self.number_of(group)
        return self.spans[2 * number], self.spans[2 * number + 1]

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def text_of(self, group, default=None):
        start, end = self.span(group)
        return default if start < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self.text_of(0)
        if len(groups) == 1:
            return self.text_of(groups[0])
        return tuple([self.text_of(group) for group in groups])

    def __getitem__(self, group):
        return self.text_of(group)

    def groups(self, default=None):
        return tuple([self.text_of(number + 1, default) for number in range(self.re.groups)])

    def groupdict(self, default=None):
        return {name: self.text_of(number, default) for name, number in self.re.groupindex.items()}

    @property
    def lastindex(self):
        # The group that was closed last: of those with the same end, the one around the others.
        last, latest = None, -1
        for number in range(1, self.re.groups + 1):
            start, end = self.span(number)
            if start >= 0 and (end > latest or end == latest and start == end):
                last, latest = number, end
        return last

    @property
    def lastgroup(self):
        index = self.lastindex
        for name, number in self.re.groupindex.items():
            if number == index:
                return name
        return None

    def expand(self, template):
        return expanded(template, self)

    def __bool__(self):
        return True

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r:.50}>"


class Pattern:
    __type_name__ = "re.Pattern"

    def __init__(self, pattern, flags):
        if not isinstance(pattern, str):
            raise TypeError("first argument must be string or compiled pattern")
        self.pattern = pattern
        self.flags = flags | UNICODE
        self.groups, self.groupindex = regex_read(pattern, flags)
        if isinstance(self.groups, str):
            raise error(self.groups, pattern, self.groupindex)

    def found(self, string, pos, endpos, mode, count):
        if not isinstance(string, str):
            kind = type(string).__name__
            raise TypeError(f"expected string or bytes-like object, got '{kind}'")
        end = len(string) if endpos is None else max(0, min(endpos, len(string)))
        rows = regex_find(self.pattern, self.flags, string, max(0, pos), end, mode, count)
        return [Match(self, string, spans) for spans in rows]

    def first(self, string, pos, endpos, mode):
        for match in self.found(string, pos, endpos, mode, 1):
            return match
        return None

    def search(self, string, pos=0, endpos=None):
        return self.first(string, pos, endpos, 0)

    def match(self, string, pos=0, endpos=None):
        return self.first(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=None):
        return self.first(string, pos, endpos, 2)

    def finditer(self, string, pos=0, endpos=None):
        return iter(self.found(string, pos, endpos, 0, 0))

    def findall(self, string, pos=0, endpos=None):
        matches = self.found(string, pos, endpos, 0, 0)
        if self.groups == 0:
            return [match.group() for match in matches]
        if self.groups == 1:
            return [match.text_of(1, "") for match in matches]
        return [match.groups("") for match in matches]

    def split(self, string, maxsplit=0):
        parts = []
        place = 0
        for match in self.found(string, 0, None, 0, maxsplit):
            parts.append(string[place : match.start()])
            parts.extend(match.groups())
            place = match.end()
        parts.append(string[place:])
        return parts

    def subn(self, repl, string, count=0):
        parts = []
        place = 0
        matches = self.found(string, 0, None, 0, count)
        for match in matches:
            parts.append(string[place : match.start()])
            parts.append(repl(match) if callable(repl) else expanded(repl, match))
            place = match.end()
        parts.append(string[place:])
        return "".join(parts), len(matches)

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __repr__(self):
        names = [(2, "re.IGNORECASE"), (8, "re.MULTILINE"), (16, "re.DOTALL"), (64, "re.VERBOSE"), (256, "re.ASCII")]
        flags = "|".join([name for flag, name in names if self.flags & flag])
        return f"re.compile({self.pattern!r}{', ' + flags if flags else ''})"


ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "f": "\f", "v": "\v", "a": "\a"}


# What a template of a replacement says.
def expanded(template, match):
    if "\\" not in template:
        return template
    parts = []
    place = 0
    while place < len(template):
        letter = template[place]
        place += 1
        if letter != "\\":
            parts.append(letter)
            continue
        if place == len(template):
            raise error("bad escape (end of pattern)", template, place - 1)
        letter = template[place]
        place += 1
        if letter == "g":
            end = template.find(">", place)
            if template[place : place + 1] != "<" or end < 0:
                raise error("missing <", template, place)
            name = template[place + 1 : end]
            parts.append(match.text_of(int(name) if name.isdigit() else name, ""))
            place = end + 1
        elif letter.isdigit():
            if template[place : place + 1].isdigit():
                letter += template[place]
                place += 1
            if int(letter) > match.re.groups:
                raise error(f"invalid group reference {letter}", template, place - len(letter))
            parts.append(match.text_of(int(letter), ""))
        elif letter in ESCAPES:
            parts.append(ESCAPES[letter])
        elif letter.isalpha():
            raise error(f"bad escape \\{letter}", template, place - 2)
        else:
            parts.append("\\" + letter)
    return "".join(parts)


known = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        return pattern
    if (pattern, flags) not in known:
        known[pattern, flags] = Pattern(pattern, flags)
    return known[pattern, flags]


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
    return "".join(["\\" + letter if letter in special else letter for letter in pattern])


def purge():
    known.clear()
