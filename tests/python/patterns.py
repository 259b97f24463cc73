import re, asyncio
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(re.sub(r"0x[0-9a-f]+", "ADDR", "<x at 0x12ab>"), re.match(r"(\w+)-(\d+)", "ab-12").groups(), re.findall(r"\d", "a1b2"))
print(bool(re.search("b+", "abbb")), re.split(r",\s*", "a, b,c"), re.compile("a").pattern, re.split("(,)", "a,b"))
print(re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"), re.sub("x*", "-", "abxd"), re.sub("b", lambda m: m.group().upper(), "abc"), re.subn("a", "b", "aaa", 2))
m = re.match(r"(?P<first>\w+) (?P<last>\w+)(x)?", "Ada Lovelace")
print(m, m.group("first"), m["last"], m.groupdict(), m.groups(), m.span(), m.start(2), m.lastindex, m.group(1, 2), m.end())
print(re.fullmatch("a|ab", "ab"), re.findall("(a)(b)?", "aba"), re.findall("(a)", "aa"))
print([x.group() for x in re.finditer("[a-c]+", "abzc")], re.escape("a.b[c]"))
print(re.compile("x", re.I | re.M), re.search("X", "abx", re.IGNORECASE).start())
for bad in ("(", ")", "[", "*a", "a**", "a{3,2}", "\\", "(?P<n", "(?<=a*)b", "[z-a]", r"\1"):
    t(lambda: re.compile(bad))
t(lambda: re.match("a", 3))
t(lambda: re.match("a", "a").group(2))
t(lambda: re.compile(3))
print(re.sub(r"(?i)HELLO\b", "x", "hello HELLOW Hello"), re.findall(r"^\w", "a\nb", re.M), re.findall(r"a.b", "a\nb", re.S))
print(re.match(r"<Task (\w+) name='(.*?)'", "<Task pending name='T' coro").groups(), re.search(r"(a+)+$", "aaaaaaaaaaaaaa").group())
print(re.split("x*", "axbc"), re.findall(r"\b\w+\b", "hi there you"), re.sub(r"\s+", " ", "a  b\n c"))
print(re.sub(r"(?m)^", "> ", "a\nb"))
try:
    re.compile("(")
except re.error as e:
    print(e.msg, e.pos, isinstance(e, Exception))
async def main():
    t = asyncio.create_task(asyncio.sleep(1), name="x")
    print(re.sub(r"0x[0-9a-f]+", "0x..", repr(asyncio.Lock())))
    print(re.sub(r"at 0x[0-9a-fA-F]+", "at ADDR", repr(asyncio.Event())), re.match(r"^<asyncio.locks.Lock object at (\w+) \[(\w+)\]>$", repr(asyncio.Lock())).group(2))
    print(re.match("a+", "a" * 48), re.match("a+", "a" * 49), re.search("b.*", "a" + "b\n" * 60, re.DOTALL))
    await t
asyncio.run(main())
