# Futures and tasks of the program's own classes are cancelled by their own methods: where a request waited for the await, and where they
# are done already.
import asyncio


class Told(asyncio.Future):
    def cancel(self, msg=None):
        print("cancel", msg, self.done())
        return super().cancel(msg)


class Refusing(asyncio.Future):
    def cancel(self, msg=None):
        print("refused", msg)
        return False


async def ask_itself(future):
    asyncio.current_task().cancel("itself")
    try:
        return await future
    except asyncio.CancelledError as e:
        print("got", e.args)
        raise


async def outcome(task):
    try:
        print("returned", await task)
    except asyncio.CancelledError as e:
        print("cancelled", e.args, task.cancelling())


async def main():
    loop = asyncio.get_running_loop()
    await outcome(asyncio.create_task(ask_itself(Told(loop=loop))))
    task = asyncio.create_task(ask_itself(Told(loop=loop)))
    await asyncio.sleep(0)
    task.cancel("again")
    await outcome(task)
    refusing = Refusing(loop=loop)
    task = asyncio.create_task(ask_itself(refusing))
    await asyncio.sleep(0)
    task.cancel("refused, too")
    loop.call_later(1, refusing.set_result, "late")
    await outcome(task)


asyncio.run(main())
