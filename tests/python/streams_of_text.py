import asyncio, io, sys, contextlib, warnings, traceback, textwrap, logging
from contextlib import redirect_stdout
buf = io.StringIO()
with redirect_stdout(buf):
    print("captured", 1, sep="-")
    x = 3
    print(f"x={x}")
    print("z")
print(repr(buf.getvalue()))
print("a", "b", file=buf, end="!")
print(buf.getvalue().splitlines())
class W:
    def write(self, s): out.append(s)
    def flush(self): pass
out = []
print(1, "two", file=W())
print(out)
old = sys.stdout
sys.stdout = io.StringIO()
print("hidden")
got = sys.stdout.getvalue()
sys.stdout = old
print("restored", repr(got))
with contextlib.redirect_stderr(io.StringIO()) as err:
    print("e", file=sys.stderr)
print(repr(err.getvalue()))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("careful", DeprecationWarning)
    warnings.warn("plain")
    print(len(w), w[0].category.__name__, str(w[0].message), w[1].category)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom", RuntimeWarning)
    except RuntimeWarning as e: print("raised", e)
try: 1/0
except ZeroDivisionError as e:
    print(traceback.format_exc().splitlines()[-1], traceback.format_exc().splitlines()[0])
    print("".join(traceback.format_exception(e)).splitlines()[-1])
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    s = io.StringIO(); traceback.print_exc(file=s); print(s.getvalue().splitlines()[-1])
print(textwrap.dedent("""
  a
    b
"""), textwrap.indent("a\nb", "  "))
class H(logging.Handler):
    def emit(self, record): print("LOG", record.levelname, record.name, record.getMessage().splitlines()[0], record.exc_info and record.exc_info[0].__name__)
logging.getLogger("asyncio").addHandler(H())
logging.getLogger("asyncio").propagate = False
async def bad(): raise ValueError("boom")
async def main():
    t = asyncio.create_task(bad())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "my message", "foo": 3})
    loop.default_exception_handler({"message": "dflt", "exception": KeyError("k")})
asyncio.run(main())
log = logging.getLogger("my")
log.setLevel(logging.INFO)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s")); log.addHandler(h)
log.info("hi %s %d", "x", 3); log.debug("no"); log.warning("w"); log.info("%(a)s", {"a": 5})
try: 1/0
except Exception: log.error("err", exc_info=False)
log.propagate = False
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(message)s")
logging.getLogger("zz").debug("root")
s = io.StringIO()
logging.getLogger("q").addHandler(logging.StreamHandler(s)); logging.getLogger("q").warning("to s")
print(repr(s.getvalue()), logging.getLogger("a.b").parent.name, log)
s = io.StringIO("l1\nl2\n"); print(s.readline(), s.read(), s.read(), [l for l in io.StringIO("q\nw")])
