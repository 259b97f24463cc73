import asyncio
async def ag():
    x = yield 1
    print("got", x)
    try:
        await asyncio.sleep(0)
        yield 2
    finally:
        print("fin")
def attempt(label, fn, *a):
    try: print(label, fn(*a))
    except BaseException as e: print(label, type(e).__name__, e)
def main():
    g = ag()
    a = g.__anext__()
    print(hasattr(a, "send"), hasattr(a, "__next__"), a.__await__() is a, iter(a) is a)
    attempt("a.send", a.send, None)
    attempt("a again", a.send, None)
    attempt("a throw", a.throw, ValueError("x"))
    attempt("a.close", a.close)
    b = g.asend("hello")
    attempt("b next", next, b)
    attempt("running", g.asend(1).send, None)
    attempt("b next", next, b)
    c = g.aclose()

    attempt("c", c.send, None)
    attempt("c", c.send, None)
    d = g.__anext__()
    attempt("d", d.__next__)
    h = ag()
    attempt("just", h.asend(5).send, None)
    e = h.athrow(KeyError("k"))
    attempt("e", e.send, None)
    attempt("e", e.send, None)
    attempt("after", h.__anext__().send, None)
    h = ag()
    f = h.__anext__(); f.close()
    attempt("closed", f.send, None)
    f = h.asend(None)
    attempt("thrown", f.throw, LookupError("l"))
    attempt("h", h.__anext__().send, None)
    co = asyncio.sleep(0)
    w = co.__await__()
    print(hasattr(w, "__next__"), iter(w) is w)
    attempt("w", next, w)
    attempt("w", w.send, None)
    z = anext(ag(), "dflt")

    attempt("z", z.send, None)
main()
