"""A loop takes a selector of CPython's, by itself, from a factory and from a policy; it has nothing to wait for here."""

import asyncio
import logging
import selectors
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
logging.getLogger("asyncio").setLevel(logging.DEBUG)
logging.getLogger("asyncio").addHandler(handler)


async def wait(seconds):
    loop = asyncio.get_running_loop()
    await asyncio.sleep(seconds)
    return type(loop).__name__


loop = asyncio.SelectorEventLoop(selectors.SelectSelector())
print(loop.run_until_complete(wait(0.25)), isinstance(loop, asyncio.SelectorEventLoop))
loop.close()
loop = asyncio.SelectorEventLoop(None)
print(loop.run_until_complete(wait(0)))
loop.close()

with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selector=selectors.PollSelector())) as runner:
    print(runner.run(wait(1)))

print(asyncio.run(wait(0.5)))


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        selector = selectors.DefaultSelector()
        print(type(selector).__name__, isinstance(selector, selectors.BaseSelector))
        return asyncio.SelectorEventLoop(selector)


asyncio.set_event_loop_policy(Policy())
print(asyncio.run(wait(1)))
print(selectors.EVENT_READ | selectors.EVENT_WRITE)
