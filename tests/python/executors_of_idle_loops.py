# Jobs that a loop is given before it runs, and while another one does.
import asyncio

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()
early = loop.run_in_executor(None, lambda: 5)
print(loop.run_until_complete(early))
waiting = other.run_in_executor(None, lambda: 6)


async def main():
    print(await loop.run_in_executor(None, lambda: 7))
    other.call_soon_threadsafe(print, "later, on the other loop")
    print(await asyncio.to_thread(other.call_soon_threadsafe, print, "from a thread") is not None)
    try:
        await other.run_in_executor(None, lambda: 8)
    except RuntimeError as error:
        print(type(error).__name__, "attached to a different loop" in str(error))
    await asyncio.sleep(1)
    print(waiting.done())


loop.run_until_complete(main())
print(other.run_until_complete(waiting))
loop.run_until_complete(loop.shutdown_default_executor())
try:
    loop.run_in_executor(None, print)
except RuntimeError as error:
    print(error)
print(other.run_until_complete(other.run_in_executor(None, lambda: 9)))
shut = other.shutdown_default_executor()
other.run_until_complete(shut)
try:
    other.run_in_executor(None, print)
except RuntimeError as error:
    print(error)
loop.close()
other.close()
try:
    loop.run_in_executor(None, print)
except RuntimeError as error:
    print(error)
try:
    asyncio.to_thread(print).send(None)
except RuntimeError as error:
    print(error)
