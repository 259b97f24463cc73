"""A concurrent future goes on holding what it called: the asyncio future that follows it, and functions of the script."""

import asyncio
import concurrent.futures


def handler(loop, context):
    print("handler", context["message"], repr(context["exception"]))


def fail(what):
    raise ValueError(what)


def steps(n):
    try:
        yield n
    finally:
        print("over", n)


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        job = pool.submit(fail, "held")
        print(len((await asyncio.wait([asyncio.wrap_future(job)]))[0]))
        print("still held")
        job = None
        print("let go of")
        job = pool.submit(str, 1)
        generator = steps(1)
        next(generator)
        job.add_done_callback(lambda done, kept=generator: print(done.result()))
        generator = None
        print(await asyncio.wrap_future(job))
        print("still held")
        job = None
    print("end")


asyncio.run(main())
