# The constants of string.

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\v\f"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


# Text in which names behind a dollar stand for values.
class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def substitute(self, mapping=None, /, **kws):
        return self.filled({**(mapping or {}), **kws}, False)

    def safe_substitute(self, mapping=None, /, **kws):
        return self.filled({**(mapping or {}), **kws}, True)

    def filled(self, values, is_safe):
        text, at, parts = self.template, 0, []
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                return "".join(parts) + text[at:]
            parts.append(text[at:found])
            start = found + 1
            if text[start : start + 1] == self.delimiter:
                parts.append(self.delimiter)
                at = start + 1
                continue
            is_braced = text[start : start + 1] == "{"
            start += is_braced
            end = start
            while end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end].isascii():
                end += 1
            name = text[start:end]
            is_right = name != "" and not name[0].isdigit() and (not is_braced or text[end : end + 1] == "}")
            at = end + is_braced if is_right else found + 1
            if is_right and (name in values or not is_safe):
                parts.append(str(values[name]))
            elif is_right:
                parts.append(text[found:at])
            elif is_safe:
                parts.append(self.delimiter)
            else:
                line = text.count("\n", 0, found) + 1
                column = found - text.rfind("\n", 0, found)
                raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
