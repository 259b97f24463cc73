# fnmatch: names that are like a pattern of the shell.

PATTERNS = {}


# What a pattern is as a regular expression.
def regular(pattern):
    made, at = [], 0
    while at < len(pattern):
        one, at = pattern[at], at + 1
        if one == "*":
            made.append(".*")
        elif one == "?":
            made.append(".")
        elif one == "[":
            end = pattern.find("]", at + 2 if pattern[at : at + 1] == "!" else at + 1)
            if end < 0:
                made.append("\\[")
            else:
                made.append(of_set(pattern[at:end]))
                at = end + 1
        else:
            made.append(re.escape(one))
    return "".join(made)


def of_set(members):
    is_negative = members.startswith("!")
    members = members[1:] if is_negative else members
    made, at = [], 0
    while at < len(members):
        if members[at + 1 : at + 2] == "-" and at + 2 < len(members):
            first, last = members[at], members[at + 2]
            if first <= last:
                made.append(f"{re.escape(first)}-{re.escape(last)}")
            at += 3
        else:
            made.append(re.escape(members[at]) if members[at] not in "[]^" else "\\" + members[at])
            at += 1
    if not made:
        return "." if is_negative else "(?!)"
    return f"[{'^' if is_negative else ''}{''.join(made)}]"


def fnmatchcase(name, pat):
    if pat not in PATTERNS:
        PATTERNS[pat] = re.compile(regular(pat), re.DOTALL)
    return PATTERNS[pat].fullmatch(name) is not None


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
