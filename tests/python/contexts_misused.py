# Variables and contexts: what does not fit, what cannot be done twice, and what is in them.
import asyncio
import contextvars
from contextvars import Context, ContextVar, Token, copy_context
import re


def attempt(what, call):
    try:
        print(what, re.sub(" at 0x[0-9a-f]+", "", repr(call())))
    except BaseException as error:
        text = re.sub(" at 0x[0-9a-f]+", "", repr(error))
        print(what, text, type(error.__cause__).__name__, type(error.__context__).__name__)


def making():
    attempt("none", lambda: ContextVar())
    attempt("two", lambda: ContextVar("a", 1))
    attempt("three", lambda: ContextVar("a", 1, default=3))
    attempt("keyword", lambda: ContextVar("a", x=1))
    attempt("by name", lambda: ContextVar(name="a").name)
    attempt("number", lambda: ContextVar(1))
    attempt("none given", lambda: ContextVar("a", default=None).get())
    attempt("context", lambda: Context(1))
    attempt("context", lambda: Context(a=1))
    attempt("token", lambda: Token())
    attempt("token", lambda: Token(1, 2))

    def below():
        class X(Context):
            pass

    def below_var():
        class X(ContextVar):
            pass

    def below_token():
        class X(Token):
            pass

    attempt("below", below)
    attempt("below", below_var)
    attempt("below", below_token)
    attempt("names", lambda: [(kind.__name__, kind.__qualname__, kind.__module__) for kind in (Context, ContextVar, Token)])
    attempt("reprs", lambda: [Context, ContextVar, Token, Token.MISSING])


def variables():
    var = ContextVar("var", default=42)
    bare = ContextVar("bare")
    attempt("repr", lambda: (var, bare, [var], {var: 1}))
    attempt("other", lambda: setattr(var, "other", 1))
    attempt("no attribute", lambda: var.nothing)
    attempt("get", lambda: var.get(1, 2))
    attempt("get", lambda: (var.get(3), bare.get(3), bare.get(None)))
    attempt("get", lambda: bare.get())
    attempt("reset", lambda: bare.reset(1))
    attempt("reset", lambda: bare.reset(None))
    token = var.set(1)
    attempt("token", lambda: (token, token.var is var, token.old_value is Token.MISSING))
    attempt("token", lambda: token.nothing)
    attempt("token", lambda: bare.reset(token))
    attempt("token", lambda: copy_context().run(var.reset, token))
    attempt("token", lambda: var.reset(token))
    attempt("token", lambda: var.reset(token))
    attempt("token", lambda: token)
    token = var.set(2)
    attempt("token", lambda: var.set(3).old_value)
    var.reset(token)
    attempt("back", lambda: var.get())
    attempt("equal", lambda: (var == var, var == bare, var != bare, hash(var) == hash(var)))
    attempt("less", lambda: var < bare)
    attempt("call", lambda: var())
    long = ContextVar("a" * 5, default=[var])
    attempt("long", lambda: long)


def contexts():
    var = ContextVar("var", default=42)
    bare = ContextVar("bare")
    context = copy_context()
    attempt("run", lambda: context.run())
    attempt("run", lambda: context.run(1))
    attempt("run", lambda: context.run(lambda *args, **keywords: (args, keywords), 1, a=2, func=3, callable=4, self=5))
    attempt("entered", lambda: context.run(context.run, print))
    attempt("raises", lambda: context.run(lambda: 1 / 0))
    attempt("after", lambda: context.run(lambda: 1))
    attempt("key", lambda: context[1])
    attempt("key", lambda: context.get(1))
    attempt("key", lambda: context.get("a", 2))
    attempt("key", lambda: 1 in context)
    attempt("key", lambda: context[var])
    attempt("key", lambda: context[bare])
    attempt("get", lambda: (context.get(var), context.get(bare, 1), var in context, bare in context))
    context.run(var.set, 7)
    attempt("in it", lambda: (context[var], context.get(var), context.get(var, 1), len(context), list(context), list(context.keys()), list(context.values()), list(context.items())))
    attempt("set", lambda: context.__setitem__(var, 3))

    def assign():
        context[var] = 1

    def delete():
        del context[var]

    attempt("assign", assign)
    attempt("delete", delete)
    attempt("attribute", lambda: setattr(context, "x", 1))
    attempt("hash", lambda: hash(context))
    attempt("hash", lambda: {context: 1})
    attempt("repr", lambda: (context, [context], str(context)))
    other = context.copy()
    attempt("equal", lambda: (context == other, context != other, context is other, context == 1, context == Context(), Context() == Context()))
    other.run(var.set, 8)
    attempt("equal", lambda: (context == other, context != other, context[var], other[var]))
    attempt("less", lambda: context < other)
    attempt("truth", lambda: (bool(Context()), bool(context)))


async def tasks():
    var = ContextVar("var", default=0)
    loop = asyncio.get_running_loop()
    context = copy_context()

    async def child(value):
        var.set(value)
        await asyncio.sleep(0)
        return var.get()

    await asyncio.sleep(0)
    print(await loop.create_task(child(3), context=context), context[var], var.get())
    print(await asyncio.gather(child(4), child(5)), var.get())

    async def inside():
        try:
            context.run(print, "never")
        except RuntimeError as error:
            print(re.sub(" at 0x[0-9a-f]+", "", str(error)))
        return var.get()

    print(await loop.create_task(inside(), context=context))
    future = loop.create_future()
    future.add_done_callback(lambda future: print("done", var.get()), context=context)
    future.set_result(None)
    await future
    print([var.get(), context.get(var), copy_context().get(var)])


making()
variables()
contexts()
asyncio.run(tasks())
