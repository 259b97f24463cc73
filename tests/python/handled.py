"""What an exception comes up behind: __context__ through calls, awaits, generators and cancellations."""
import asyncio
def run():
    a=ValueError("a"); b=KeyError("b"); a.__context__=b; b.__context__=a
    try:
        raise a
    except ValueError:
        try:
            raise IndexError("c")
        except IndexError as e:
            print(repr(e.__context__), repr(e.__context__.__context__), repr(b.__context__))
    def gen():
        try:
            yield 1
        except KeyError as e:
            print("gen", repr(e.__context__))
            try:
                yield 2
            except OSError as o:
                print("gen o", repr(o.__context__))
                raise
    g=gen(); next(g)
    try:
        try: raise ZeroDivisionError
        except ZeroDivisionError:
            g.throw(KeyError("k"))
            g.throw(OSError("k"))
    except OSError as e:
        print("out", repr(e.__context__))
async def inner():
    try:
        raise ValueError("v")
    except ValueError:
        try:
            await asyncio.sleep(5)
        finally:
            try:
                raise LookupError
            except LookupError as e: print("fin", repr(e.__context__))
async def outer():
    try: raise TypeError("t")
    except TypeError:
        await inner()
async def fail():
    await asyncio.sleep(0)
    raise RuntimeError("f")
async def main():
    run()
    t=asyncio.create_task(outer()); await asyncio.sleep(0); t.cancel("m")
    try: await t
    except asyncio.CancelledError as e:
        c=e
        while c: print(repr(c)); c=c.__context__
    try: raise NameError("n")
    except NameError:
        try: await asyncio.create_task(fail())
        except RuntimeError as e: print(repr(e.__context__))
        r = await asyncio.gather(fail(), fail(), return_exceptions=True)
        print([repr(x.__context__) for x in r])
        try:
            async with asyncio.TaskGroup() as g:
                g.create_task(fail())
        except* RuntimeError as e: print(repr(e.__context__), repr(e.exceptions[0].__context__))
        try:
            async with asyncio.timeout(0.1): await asyncio.sleep(1)
        except TimeoutError as e: 
            c=e
            while c: print(repr(c)); c=c.__context__
        try:
            await asyncio.wait_for(asyncio.sleep(1), 0.1)
        except TimeoutError as e: 
            c=e
            while c: print(repr(c)); c=c.__context__
asyncio.run(main())
