import asyncio
async def main():
    async def fail(e, d):
        await asyncio.sleep(d); raise e
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError("a"), 0.1))
            tg.create_task(fail(TypeError("b"), 0.1))
            tg.create_task(fail(OSError(5, "io"), 0.1))
    except* ValueError as eg:
        print("V", eg.exceptions, eg.message, len(eg.exceptions))
    except* (TypeError, OSError) as eg:
        print("TO", [repr(e) for e in eg.exceptions], str(eg))
    eg = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), KeyError(3)])])
    m, r = eg.split(TypeError)
    print(repr(m), repr(r))
    print(repr(eg.subgroup(lambda e: isinstance(e, KeyError))), eg.subgroup(OSError))
    print(repr(eg.derive([ValueError("d")])), str(eg), eg.args[0])
    try:
        try: raise eg
        except* TypeError as e: print("handled", repr(e)); raise RuntimeError("new")
    except BaseException as e:
        print(type(e).__name__, [repr(x) for x in e.exceptions] if hasattr(e, "exceptions") else e, )
    try: ExceptionGroup("x", [])
    except ValueError as e: print(e)
    try: ExceptionGroup("x", [KeyboardInterrupt()])
    except TypeError as e: print(e)
    try: ExceptionGroup("x", "notseq")
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
    print(type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__)
    e = ValueError("noted"); e.add_note("n1"); e.add_note("n2"); print(e.__notes__)
    class MyGroup(ExceptionGroup):
        def derive(self, excs): return MyGroup(self.message, excs)
    g = MyGroup("my", [ValueError(1), TypeError(2)])
    a, b = g.split(ValueError)
    print(type(a).__name__, type(b).__name__, repr(a))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError("x"), 0))
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: print("body cancelled"); raise
    except ExceptionGroup as eg:
        print(repr(eg), repr(eg.__cause__), repr(eg.__context__), eg.__suppress_context__)
    # nested handling & bare raise
    try:
        try:
            raise ExceptionGroup("g", [ValueError("v"), OSError("o")])
        except* ValueError:
            raise
    except ExceptionGroup as e: print(repr(e))
    try:
        try: raise ValueError("plain")
        except* ValueError as e: print(repr(e)); raise
    except BaseException as e: print(repr(e))
    def gen():
        try: yield
        except* ValueError as e: print("gen", repr(e)); yield 2
    it = gen(); next(it); print(it.throw(ValueError("t")))
asyncio.run(main())
