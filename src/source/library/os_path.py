# os.path: paths as texts (`posixpath.py`). There are no files.

sep = "/"
curdir = "."
pardir = ".."


def join(a, *p):
    path = a
    for part in p:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(p):
    at = p.rfind("/") + 1
    head, tail = p[:at], p[at:]
    return (head.rstrip("/") or head), tail


def basename(p):
    return p[p.rfind("/") + 1 :]


def dirname(p):
    return split(p)[0]


def splitext(p):
    name = basename(p)
    dot = name.rfind(".")
    if dot <= 0 or not name[:dot].strip("."):
        return p, ""
    return p[: len(p) - len(name) + dot], name[dot:]


def isabs(s):
    return s.startswith("/")


def normpath(path):
    if not path:
        return "."
    slashes = 2 if path.startswith("//") and not path.startswith("///") else int(path.startswith("/"))
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or not slashes and not parts or parts and parts[-1] == "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return "/" * slashes + "/".join(parts) or "."


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    for at, character in enumerate(first):
        if character != last[at]:
            return first[:at]
    return first


def exists(path):
    return False


isfile = isdir = lexists = exists
