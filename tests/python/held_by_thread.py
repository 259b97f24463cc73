# A loop that `set_event_loop` was given, and with it the handler and all that the module's names hold, lives longer than anybody
# could be told of: nothing of that is told of at the end. What nothing holds is.
import asyncio

kept = []


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")))


async def fail(text):
    raise ValueError(text)


def steps():
    try:
        yield 1
    finally:
        print("never closed")


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    kept.append(asyncio.create_task(fail("kept")))
    circle = [asyncio.create_task(fail("in a circle"))]
    circle.append(circle)
    asyncio.create_task(fail("dropped"))
    await asyncio.sleep(1)


generator = steps()
print(next(generator))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
print("end")
