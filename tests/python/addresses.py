# urllib.parse and html: addresses of the web, and characters that pages write otherwise.
import asyncio
import html
from urllib.parse import (
    parse_qs,
    parse_qsl,
    quote,
    quote_plus,
    unquote,
    unquote_plus,
    unquote_to_bytes,
    urldefrag,
    urlencode,
    urljoin,
    urlparse,
    urlsplit,
    urlunparse,
    urlunsplit,
)


def tried(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


PAGES = {
    "/": ["menu?page=1", "/about"],
    "/menu": ["soup/../cake", "//other.org/x"],
    "/cake": [],
    "/about": ["#top", "mailto:me"],
}


async def crawl(url, seen, group):
    parts = urlsplit(url)
    if parts.hostname != "kitchen.org" or parts.path in seen:
        return
    seen.append(parts.path)
    await asyncio.sleep(len(parts.path))
    print(url, parts.path, parse_qs(parts.query))
    for link in PAGES.get(parts.path, []):
        group.create_task(crawl(urljoin(url, link), seen, group))


async def crawled():
    seen = []
    async with asyncio.TaskGroup() as group:
        group.create_task(crawl("http://Kitchen.org/", seen, group))
    print(seen)


def taken_apart():
    for url in (
        "http://user:pa%20ss@Example.COM:8080/a/b;p?q=1&r=2#frag",
        "//host/path",
        "mailto:me@x.org",
        "file:///etc/passwd",
        "path/only?q#f",
        "urn:isbn:123",
        "http://[::1]:80/x",
        "  HTTP://X/y\n",
        "x://h/p;q",
        "",
    ):
        parts = urlparse(url)
        print(parts, parts.geturl(), parts.hostname, parts.port, parts.username, parts.password)
        print(urlsplit(url, "https", False), urldefrag(url))
    for url in ("http://[::1", "http://h:99999/", "http://h:abc/", "http://[zz]/", "http://[1.2.3.4]/"):
        print(tried(lambda: urlsplit(url).port))
    parts = urlparse("http://h/p?q")
    print(
        parts._replace(query="z", netloc="n:1").geturl(),
        parts[1],
        tuple(parts),
        parts == ("http", "h", "/p", "", "q", ""),
    )


def put_together():
    base = "http://a/b/c/d;p?q"
    for link in (
        "g:h",
        "g",
        "./g/",
        "/g",
        "//g",
        "?y",
        "#s",
        ";x",
        "",
        ".",
        "../..",
        "../../../g",
        "./g/.",
        "g/../h",
        "g//h",
    ):
        print(link, urljoin(base, link))
    print(urljoin("", "x"), urljoin("x/y", "../z"), urljoin("http://a", "b"), urljoin("mailto:a", "b"))
    print(
        urlunparse(("http", "h", "p", "x", "q", "f")),
        urlunsplit(("http", "", "/p", "a", "")),
        urlunsplit(("x", "", "//p", "", "")),
    )


def quoted():
    for text in ("a b/c", "é", "a+b=c&d", "~-._", "", "100%", "日本"):
        print(quote(text), quote(text, safe=""), quote_plus(text), unquote(quote(text)) == text)
    for text in ("a%20b+c", "%E9", "%C3%A9", "%zz%2", "%e6%97%a5x日"):
        print(unquote(text), unquote_plus(text), unquote(text, "latin-1"), unquote_to_bytes(text))
    print(
        urlencode({"a": 1, "b c": "d&e", "n": None}),
        urlencode([("a", 1), ("a", "é")]),
        urlencode({"a": "b c"}, quote_via=quote),
    )
    print(urlencode({"a": [1, 2], "b": "xy", "c": (), "e": b"z z"}, doseq=True), quote(b"a b\xff"))
    for query in ("a=1&b=2&a=3", "a=&b", "a%20b=c+d", "=x", "&&a==1"):
        print(
            parse_qs(query),
            parse_qsl(query, keep_blank_values=True),
            tried(lambda: parse_qsl(query, strict_parsing=True)),
        )
    for wrong in (
        lambda: parse_qsl("a=1&b=2", max_num_fields=1),
        lambda: parse_qsl("a", separator=""),
        lambda: urlencode("abc"),
    ):
        print(tried(wrong))


def of_pages():
    print(html.escape("<a href='x'>\"&\"</a>"), html.escape("'\"<", quote=False))
    for text in (
        "&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#x27;",
        "&eacute;&eacute &notit; &copy 2024",
        "&nosuch; & &#0; &#128; &ampx",
    ):
        print(ascii(html.unescape(text)))


asyncio.run(crawled())
taken_apart()
put_together()
quoted()
of_pages()
