"""Policies of event loops, and threads told apart."""
import asyncio
import threading


async def coro():
    return asyncio.get_running_loop()


policy = asyncio.get_event_loop_policy()
print(type(policy).__name__, isinstance(policy, asyncio.AbstractEventLoopPolicy))
loop = policy.new_event_loop()
print(isinstance(loop, asyncio.AbstractEventLoop))
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
print(loop.run_until_complete(coro()) is loop)
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
asyncio.set_event_loop_policy(None)
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("new loop")
        return super().new_event_loop()


asyncio.set_event_loop_policy(Policy())
asyncio.run(coro())
asyncio.set_event_loop_policy(None)
print(threading.current_thread().name, threading.current_thread() is threading.main_thread())
print(threading.get_ident() == threading.main_thread().ident)


class Worker:
    def job(self):
        return threading.current_thread().name


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, Worker().job))
    ident = threading.get_ident()
    print(await asyncio.to_thread(threading.get_ident) == ident)
    print(await asyncio.to_thread(lambda: threading.current_thread() is threading.main_thread()))


asyncio.run(main())


class Lonely(asyncio.AbstractEventLoopPolicy):
    def __init__(self):
        self.made = []

    def new_event_loop(self):
        self.made.append(asyncio.SelectorEventLoop())
        return self.made[-1]

    def set_event_loop(self, loop):
        print("set", loop is not None)


lonely = Lonely()
asyncio.set_event_loop_policy(lonely)
asyncio.run(asyncio.sleep(1))
with asyncio.Runner() as runner:
    print(runner.get_loop() is lonely.made[-1], len(lonely.made))
for wrong in (lambda: asyncio.get_event_loop(), lambda: asyncio.set_event_loop_policy(3)):
    try:
        wrong()
    except (NotImplementedError, TypeError) as e:
        print(repr(e))
asyncio.set_event_loop_policy(None)
try:
    asyncio.set_event_loop("loop")
except (TypeError, AssertionError) as e:
    print(type(e).__name__)

threads = []


def work(number):
    threads.append(threading.current_thread())
    print(number, threads[-1].name, threads[-1] is threading.current_thread())


started = [threading.Thread(target=work, args=(number,), name=f"worker {number}") for number in range(2)]
for thread in started:
    print(thread.is_alive())
    thread.start()
    thread.join()
print([one is other for one, other in zip(started, threads)], threading.main_thread().is_alive())
