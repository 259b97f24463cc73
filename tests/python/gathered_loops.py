"""What gather is given must belong to the loop of its first argument."""

import asyncio

first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
of_first, of_second = first.create_future(), second.create_future()


async def work():
    print("works")
    await asyncio.sleep(0.1)
    return "worked"


def attempt(label, *arguments):
    try:
        gathered = asyncio.gather(*arguments)
        print(label, "made", gathered.done())
        return gathered
    except (ValueError, RuntimeError) as error:
        print(label, repr(error))


async def main():
    own = asyncio.get_running_loop().create_future()
    attempt("two loops", of_first, of_second)
    attempt("a coroutine, then another loop", work(), of_second)
    attempt("own, then another loop", own, of_first)
    attempt("another loop, then own", of_second, own)
    attempt("twice the same", of_first, of_first)
    own.set_result(1)
    print(await asyncio.gather(own, work(), own))
    await asyncio.sleep(1)


asyncio.run(main())
attempt("outside", of_first, of_second)
together = attempt("outside", of_second, of_second)
of_second.set_result("done")
print(second.run_until_complete(together))
