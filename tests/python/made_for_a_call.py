"""What is made for a call alone is let go of behind it: a generator is closed there and then."""

import asyncio
import gc


def numbers(name, count=3):
    try:
        yield from range(count)
    finally:
        print("closed:", name)


def first_of(generator):
    return next(generator)


next(numbers("taken from"))
print("behind next")
next(numbers("taken from, with a default"), None)
print("behind next with a default")
one = next(numbers("bound"))
print("behind the assignment", one)
numbers("sent to").send(None)
print("behind send")
first_of(numbers("given to a function"))
print("behind the function")
print(next(numbers("inside of print")))
print(any(numbers("looked through", 9)), "behind any")
print(next(number for number in numbers("below an expression")))
next(enumerate(numbers("below enumerate")))
print("behind enumerate")
kept = numbers("kept")
next(kept)
print("still held")
del kept
print("let go of")


def inside():
    next(numbers("in a function"))
    print("behind next in a function")
    return next(numbers("returned from"))


print("returned", inside())


async def wait(number):
    await asyncio.sleep(number)


async def main():
    next(numbers("in a coroutine"))
    print("behind next in a coroutine")
    await wait(next(numbers("awaited", 1)))
    print("behind await")


asyncio.run(main())


async def leave_behind():
    async def gathers():
        asyncio.gather(wait(1))

    tasks = [asyncio.create_task(gathers())]
    print("leaves", len(tasks))


# A loop is closed whose tasks are to be stepped, and held in a circle with a gather.
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(leave_behind())
finally:
    loop.close()
gc.collect()
print("collected")
