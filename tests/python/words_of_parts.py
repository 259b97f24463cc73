# Names of parameters, words for misfits, and parts of asyncio that are asked for seldom.
import asyncio
import contextlib
import dataclasses
import re
import sys


@dataclasses.dataclass
class Dish:
    name: str
    sides: list = dataclasses.field(default_factory=list)
    price: int = dataclasses.field(default=3, init=False)


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


async def cook():
    await asyncio.sleep(1)


async def main():
    stack, later = contextlib.ExitStack(), contextlib.AsyncExitStack()
    attempt(lambda: stack.callback())
    attempt(lambda: stack.enter_context())
    attempt(lambda: stack.push())
    attempt(lambda: later.push_async_callback())
    attempt(lambda: contextlib.suppress().__exit__())
    attempt(lambda: dataclasses.asdict(3))
    attempt(lambda: dataclasses.fields(3))
    attempt(lambda: dataclasses.replace(3))
    attempt(lambda: dataclasses.replace(Dish("soup"), price=4))
    attempt(lambda: dataclasses.asdict(Dish("soup", [Dish("bread")]), dict_factory=lambda pairs: [*pairs]))
    attempt(lambda: issubclass(asyncio.SendfileNotAvailableError, RuntimeError))
    coroutine = cook()
    print(coroutine.cr_origin, sys.get_coroutine_origin_tracking_depth())
    coroutine.close()
    loop = asyncio.get_running_loop()
    attempt(lambda: sys.set_coroutine_origin_tracking_depth(-1))
    loop.set_debug(True)
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth() > 0)
    loop.set_debug(False)
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth())
    shield = asyncio.shield(asyncio.create_task(cook()))
    print(re.sub(r" at .*?tasks.py:\d+", "", repr(shield)))
    await shield


asyncio.run(main())
