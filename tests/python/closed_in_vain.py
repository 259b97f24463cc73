# Asynchronous generators that take no notice of being closed: who closes them again, throws into them, goes on with them.
import asyncio
import gc


async def stubborn(name, times=1):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print(name, "takes no notice")
        for number in range(times):
            try:
                got = yield f"again {number}"
                print(name, "got", got)
            except BaseException as error:
                print(name, "was given", repr(error))
        yield "last"
    finally:
        task = asyncio.current_task()
        print(name, "is over in", task.get_name() if task else None)


async def attempt(words, awaitable):
    try:
        print(words, "->", repr(await awaitable))
    except BaseException as error:
        print(words, "!!", repr(error))


async def one_by_one():
    generator = stubborn("one")
    await anext(generator)
    await attempt("close", generator.aclose())
    await attempt("close again", generator.aclose())
    await attempt("throw", generator.athrow(KeyError("k")))
    await attempt("send", generator.asend("sent"))
    await attempt("next", anext(generator))
    await attempt("next", anext(generator))
    await attempt("close at the end", generator.aclose())
    await attempt("throw at the end", generator.athrow(KeyError("k")))


async def side_by_side():
    generator = stubborn("two")
    await anext(generator)
    tasks = [asyncio.create_task(generator.aclose(), name=f"close {number}") for number in range(3)]
    print(await asyncio.gather(*tasks, return_exceptions=True))


async def dropped():
    generator = stubborn("three")
    await anext(generator)
    await attempt("close", generator.aclose())
    del generator
    print("dropped")


async def thrown_first():
    generator = stubborn("four", 2)
    await anext(generator)
    closing = generator.aclose()
    try:
        closing.throw(ValueError("before it began"))
    except BaseException as error:
        print("thrown", repr(error))
    closing = None
    await attempt("close", generator.aclose())
    await attempt("next", anext(generator, "nothing"))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler", context["message"].split("<")[0]))
    for case in (one_by_one, side_by_side, dropped, thrown_first):
        print("#", case.__name__)
        await case()
        await asyncio.sleep(0.1)
        gc.collect()


asyncio.run(main())
print("end")
