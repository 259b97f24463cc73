# urllib.parse: addresses of the web, taken apart and put together. They are texts; as bytes they are not there.

uses_relative = (
    " ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss"
).split(" ")
uses_netloc = (
    " ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh sftp nfs git "
    "git+ssh ws wss"
).split(" ") + (["itms-services"] if __python__ >= 12 else [])
uses_params = " ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel".split(" ")
OF_SCHEMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"
CONTROLS = "".join([chr(number) for number in range(33)])


# What a part of an address is made of that names a machine, and perhaps who asks it.
class OfMachine:
    __slots__ = ()

    @property
    def username(self):
        return self._who()[0]

    @property
    def password(self):
        return self._who()[1]

    def _who(self):
        who, sign, rest = self.netloc.rpartition("@")
        if not sign:
            return None, None
        name, colon, password = who.partition(":")
        return name, password if colon else None

    def _where(self):
        where = self.netloc.rpartition("@")[2]
        before, bracket, behind = where.partition("[")
        if bracket:
            name, sign, port = behind.partition("]")
            return name, port.partition(":")[2] or None
        name, colon, port = where.partition(":")
        return name, port or None

    @property
    def hostname(self):
        name = self._where()[0]
        if not name:
            return None
        name, sign, zone = name.partition("%")
        return name.lower() + sign + zone

    @property
    def port(self):
        port = self._where()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class DefragResult(collections.namedtuple("DefragResult", "url fragment")):
    def geturl(self):
        return f"{self.url}#{self.fragment}" if self.fragment else self.url


class SplitResult(collections.namedtuple("SplitResult", "scheme netloc path query fragment"), OfMachine):
    def geturl(self):
        return urlunsplit(self)


class ParseResult(collections.namedtuple("ParseResult", "scheme netloc path params query fragment"), OfMachine):
    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme="", allow_fragments=True):
    url, scheme = url.lstrip(CONTROLS), scheme.strip(CONTROLS)
    for one in "\t\r\n":
        url, scheme = url.replace(one, ""), scheme.replace(one, "")
    netloc = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0].isascii() and url[0].isalpha() and all([one in OF_SCHEMES for one in url[:at]]):
        scheme, url = url[:at].lower(), url[at + 1 :]
    if url[:2] == "//":
        ends = [place for place in [url.find(one, 2) for one in "/?#"] if place >= 0]
        end = min(ends, default=len(url))
        netloc, url = url[2:end], url[end:]
        check_brackets(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return SplitResult(scheme, netloc, url, query, fragment)


# Between brackets there is an address of the sixth version.
def check_brackets(netloc):
    if ("[" in netloc) != ("]" in netloc):
        raise ValueError("Invalid IPv6 URL")
    if "[" in netloc:
        name = netloc.partition("[")[2].partition("]")[0]
        if name.startswith("v"):
            if re.fullmatch(r"v[a-fA-F0-9]+\..+", name) is None:
                raise ValueError("IPvFuture address is invalid")
        elif re.fullmatch(r"\d+\.\d+\.\d+\.\d+", name):
            raise ValueError("An IPv4 address cannot be in brackets")
        elif re.fullmatch(r"[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.+)?", name) is None:
            raise ValueError(f"{name!r} does not appear to be an IPv4 or IPv6 address")


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        at = path.find(";", max(path.rfind("/"), 0))
        if at >= 0:
            path, params = path[:at], path[at + 1 :]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, f"{url};{params}" if params else url, query, fragment))


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    has_netloc = scheme and scheme in uses_netloc
    if __python__ >= 13:
        with_netloc = netloc or url[:2] == "//" or has_netloc and (not url or url[:1] == "/")
        is_bare = not netloc
    else:
        with_netloc = netloc or has_netloc and url[:2] != "//"
        is_bare = False
    if with_netloc:
        if url and url[:1] != "/" and not is_bare:
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = f"{scheme}:{url}"
    if query:
        url = f"{url}?{query}"
    return f"{url}#{fragment}" if fragment else url


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    of_base = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, of_base.scheme, allow_fragments)
    if scheme != of_base.scheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = of_base.netloc
    if not path and not params:
        return urlunparse((scheme, netloc, of_base.path, of_base.params, query or of_base.query, fragment))
    before = of_base.path.split("/")
    if before[-1] != "":
        del before[-1]
    if path[:1] == "/":
        steps = path.split("/")
    else:
        steps = before + path.split("/")
        steps[1:-1] = [step for step in steps[1:-1] if step]
    kept = []
    for step in steps:
        if step == "..":
            del kept[-1:]
        elif step != ".":
            kept.append(step)
    if steps[-1] in (".", ".."):
        kept.append("")
    return urlunparse((scheme, netloc, "/".join(kept) or "/", params, query, fragment))


def urldefrag(url):
    if "#" not in url:
        return DefragResult(url, "")
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return DefragResult(urlunparse((scheme, netloc, path, params, query, "")), fragment)


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    kept = SAFE + "".join([one for one in (safe if isinstance(safe, str) else safe.held) if one.isascii()])
    return "".join([one if one in kept else f"%{ord(one):02X}" for one in bs.held])


def quote_plus(string, safe="", encoding=None, errors=None):
    text = string if isinstance(string, str) else held_of(string)
    if " " not in text:
        return quote(string, safe, encoding, errors)
    safe = safe if isinstance(safe, str) else safe.held
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")


def held_unquoted(string):
    held = string.encode().held if isinstance(string, str) else held_of(string)
    first, *parts = held.split("%")
    made = [first]
    for part in parts:
        digits = part[:2]
        if len(digits) == 2 and all([digit in "0123456789abcdefABCDEF" for digit in digits]):
            made.append(chr(int(digits, 16)) + part[2:])
        else:
            made.append("%" + part)
    return "".join(made)


def unquote_to_bytes(string):
    return of_held(bytes, held_unquoted(string))


def unquote(string, encoding="utf-8", errors="replace"):
    encoding, errors = encoding or "utf-8", errors or "replace"
    if not isinstance(string, str):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    parts = re.split("([\x00-\x7f]+)", string)
    return "".join([unquote_to_bytes(part).decode(encoding, errors) if part.isascii() else part for part in parts])


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


# A key or a value of a query.
def written(value, safe, encoding, errors, quote_via):
    if isinstance(value, bytes):
        return quote_via(value, safe)
    return quote_via(str(value), safe, encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()
    elif not hasattr(query, "__len__") or len(query) and not isinstance(query[0], tuple):
        raise TypeError("not a valid non-string sequence or mapping object")
    made = []
    for key, value in query:
        key = written(key, safe, encoding, errors, quote_via)
        if not doseq or isinstance(value, (str, bytes)) or not hasattr(value, "__len__"):
            made.append(f"{key}={written(value, safe, encoding, errors, quote_via)}")
        else:
            made += [f"{key}={written(one, safe, encoding, errors, quote_via)}" for one in value]
    return "&".join(made)


def parse_qsl(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"
):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and qs and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for part in qs.split(separator) if qs else []:
        if not part and not strict_parsing:
            continue
        name, sign, value = part.partition("=")
        if not sign and strict_parsing:
            raise ValueError(f"bad query field: {part!r}")
        if value or keep_blank_values:
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"
):
    values = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        values.setdefault(name, []).append(value)
    return values
