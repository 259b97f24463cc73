# textwrap, as far as whole lines go.


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


def wrap(text, width=70, **kwargs):
    if kwargs:
        raise NotImplementedError("kitchen-sim wraps texts by their width alone")
    lines = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            while len(word) > width:
                lines.append(word[:width])
                word = word[width:]
            lines.append(word)
    return lines


def fill(text, width=70, **kwargs):
    return "\n".join(wrap(text, width, **kwargs))


def shorten(text, width, placeholder=" [...]"):
    words = text.split()
    if len(" ".join(words)) <= width:
        return " ".join(words)
    while words and len(" ".join(words) + placeholder) > width:
        words.pop()
    return (" ".join(words) + placeholder).strip()
