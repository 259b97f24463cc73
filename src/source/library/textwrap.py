# textwrap: margins, and lines of a width.


def dedent(text):
    lines = ["" if line.isspace() else line for line in text.split("\n")]
    margin = None
    for line in lines:
        if line:
            indent = line[: len(line) - len(line.lstrip(" \t"))]
            if margin is None:
                margin = indent
            while not indent.startswith(margin):
                margin = margin[:-1]
    return "\n".join([line[len(margin or "") :] for line in lines])


def indent(text, prefix, predicate=None):
    lines = text.splitlines(True)
    chosen = [predicate(line) if predicate is not None else line.strip() for line in lines]
    return "".join([prefix + line if is_chosen else line for line, is_chosen in zip(lines, chosen)])


BLANKS = "\t\n\x0b\x0c\r "


def is_of_word(character):
    return character == "_" or character.isalnum()


def is_letter(character):
    return is_of_word(character) and not character.isdecimal()


# What may stand before a dash between words.
def ends_word(character):
    return is_of_word(character) or character in "!\"'&.,?"


# Whether a dash of two hyphens or more stands at a place, behind a word and before another.
def is_dash(text, at):
    end = at
    while text[end : end + 1] == "-":
        end += 1
    return end - at > 1 and end < len(text) and is_of_word(text[end]) and at > 0 and ends_word(text[at - 1])


# Whether a word may be broken behind the hyphen at a place: two letters stand on both sides, or one and a hyphen.
def is_break(text, at):
    if text[at] != "-" or at < 2 or at + 2 >= len(text) or not is_letter(text[at + 1]):
        return False
    before, last = text[at - 2], text[at - 1]
    if not (is_letter(before) and is_letter(last)):
        if not (at > 2 and is_letter(text[at - 3]) and before == "-" and ends_word(last)):
            return False
    return is_letter(text[at + 2]) or text[at + 2] == "-" and at + 3 < len(text) and is_letter(text[at + 3])


# The pieces of a text between which lines may end, the white space between them, too.
def pieces_of(text, breaks_hyphens):
    pieces, at = [], 0
    while at < len(text):
        end = at + 1
        if text[at] in BLANKS:
            while end < len(text) and text[end] in BLANKS:
                end += 1
        elif breaks_hyphens and is_dash(text, at):
            while text[end] == "-":
                end += 1
        else:
            while end < len(text) and text[end] not in BLANKS:
                if breaks_hyphens and is_break(text, end):
                    end += 1
                    break
                if breaks_hyphens and is_dash(text, end):
                    break
                end += 1
        pieces.append(text[at:end])
        at = end
    return pieces


def ends_sentence(piece):
    mark = piece[:-1] if piece[-1:] in ("'", '"') and len(piece) > 1 else piece
    return len(mark) > 1 and mark[-1] in ".!?" and "a" <= mark[-2] <= "z"


class TextWrapper:
    def __init__(
        self,
        width=70,
        initial_indent="",
        subsequent_indent="",
        expand_tabs=True,
        replace_whitespace=True,
        fix_sentence_endings=False,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def pieces(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join([" " if character in BLANKS else character for character in text])
        pieces = pieces_of(text, self.break_on_hyphens)
        if self.fix_sentence_endings:
            for at in range(1, len(pieces)):
                if pieces[at] == " " and ends_sentence(pieces[at - 1]):
                    pieces[at] = "  "
        return pieces

    # How much of a piece that is too long for any line goes into this one.
    def cut(self, piece, room):
        if self.break_on_hyphens and len(piece) > room:
            hyphen = piece.rfind("-", 0, room)
            if hyphen > 0 and piece[:hyphen].strip("-"):
                return hyphen + 1
        return room

    def wrap(self, text):
        pieces = self.pieces(text)
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        pieces.reverse()
        lines = []
        while pieces:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if lines and self.drop_whitespace and not pieces[-1].strip():
                pieces.pop()
            line, length = [], 0
            while pieces and length + len(pieces[-1]) <= room:
                length += len(pieces[-1])
                line.append(pieces.pop())
            if pieces and len(pieces[-1]) > room:
                if self.break_long_words:
                    end = self.cut(pieces[-1], 1 if room < 1 else room - length)
                    line.append(pieces[-1][:end])
                    pieces[-1] = pieces[-1][end:]
                elif not line:
                    line.append(pieces.pop())
                length = sum([len(piece) for piece in line])
            if line and self.drop_whitespace and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            rest = pieces and not (self.drop_whitespace and len(pieces) == 1 and not pieces[0].strip())
            if self.max_lines is None or len(lines) + 1 < self.max_lines or not rest and length <= room:
                lines.append(indent + "".join(line))
            else:
                self.end_early(lines, line, length, indent, room)
                break
        return lines

    # The last line, and what stands for what there is no room for.
    def end_early(self, lines, line, length, indent, room):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= room:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))
