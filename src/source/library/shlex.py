# shlex: words as the shell of POSIX tells them apart.


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    if not posix:
        raise NotImplementedError("shlex.split with posix=False is not supported")
    words, word, quote, at = [], None, "", 0
    while at < len(s):
        one, at = s[at], at + 1
        if quote:
            if one == quote:
                quote = ""
            elif one == "\\" and quote == '"':
                if at == len(s):
                    raise ValueError("No escaped character")
                word += s[at] if s[at] in '"\\' else "\\" + s[at]
                at += 1
            else:
                word += one
        elif one in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif one == "#" and comments:
            end = s.find("\n", at)
            at = len(s) if end < 0 else end
        elif one in "'\"":
            word, quote = word or "", one
        elif one == "\\":
            if at == len(s):
                raise ValueError("No escaped character")
            word, at = (word or "") + s[at], at + 1
        else:
            word = (word or "") + one
    if quote:
        raise ValueError("No closing quotation")
    return words if word is None else words + [word]


def quote(s):
    if not s:
        return "''"
    if all([one.isascii() and (one.isalnum() or one in "_@%+=:,./-") for one in s]):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])
